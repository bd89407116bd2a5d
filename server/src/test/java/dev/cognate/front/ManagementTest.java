package dev.cognate.front;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.Operations;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What operators see: health, metrics, and the access log. */
class ManagementTest {
    private static final String SECRET = "s3cr3tword";
    private static final String REQUEST =
            "{\"ClientId\":\"abc\",\"Username\":\"" + SECRET + "\",\"SecretHash\":\"" + SECRET + "\"}";

    @TempDir
    private Path folder;

    private final ListAppender<ILoggingEvent> access = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("access");
    private Store store;
    private TestFront front;

    @BeforeEach
    void start() {
        access.start();
        logger.addAppender(access);
        store = TestStores.sqlite(folder);
        front = new TestFront.Plan(store)
                .handler(Operations.RESEND_CONFIRMATION_CODE.by((request, call) -> {
                    throw new UserNotFoundException("Username/client id combination not found.");
                }))
                .mount(Mount.exactly("GET", "/confirmUser", request -> Response.text(200, "done")))
                .start();
    }

    @AfterEach
    void stop() {
        logger.detachAppender(access);
        front.close();
        store.close();
    }

    @Test
    void aHealthyServerIsAliveStartedAndReady() throws Exception {
        for (String path : new String[] {"/health/live", "/health/started", "/health/ready"}) {
            HttpResponse<String> answer = front.managementGet(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    void aServerWithoutStoreIsAliveAndNotReady() throws Exception {
        store.close();

        assertThat(front.managementGet("/health/ready").statusCode()).isEqualTo(503);
        assertThat(front.managementGet("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void managementIsNotServedBesideTheApi() throws Exception {
        assertThat(front.get("/metrics").statusCode()).isEqualTo(404);
        assertThat(front.get("/health/live").statusCode()).isEqualTo(404);
        assertThat(front.managementGet("/confirmUser").statusCode()).isEqualTo(404);
    }

    @Test
    void metricsCountRequestsByOperationAndOutcome() throws Exception {
        front.call("ResendConfirmationCode", REQUEST);
        front.call("Unknown", "{}");
        front.get("/confirmUser?confirmation_code=" + SECRET);
        front.metrics().registry().counter("a.room.counts").increment();

        String metrics = front.managementGet("/metrics").body();

        assertThat(metrics)
                .contains("cognate_requests_seconds_count{operation=\"ResendConfirmationCode\","
                        + "outcome=\"UserNotFoundException\"} 1")
                .contains("cognate_requests_seconds_count{operation=\"none\",outcome=\"UnknownOperationException\"} 1")
                .contains("cognate_requests_seconds_count{operation=\"GET /confirmUser\",outcome=\"ok\"} 1")
                .contains("le=\"0.005\"")
                .contains("cognate_requests_running 0.0")
                .contains("a_room_counts_total 1.0")
                .contains("jvm_memory_used_bytes")
                .doesNotContain(SECRET);
    }

    @Test
    void refusalsAreCounted() throws Exception {
        try (RawClient client = front.connect()) {
            client.send("nonsense\r\n\r\n").readAnswer();
        }

        assertThat(front.managementGet("/metrics").body())
                .contains("cognate_requests_refused_total{status=\"400\"} 1.0");
    }

    @Test
    void theAccessLogHasOneLineForEachRequestAndNoSecrets() throws Exception {
        HttpResponse<String> answer = front.send(front.api("ResendConfirmationCode", REQUEST)
                .header("User-Agent", "agent \"quoted\" " + "x".repeat(500)));
        front.get("/confirmUser?confirmation_code=" + SECRET);

        assertThat(access.list).hasSize(2);
        String line = access.list.getFirst().getFormattedMessage();
        assertThat(line)
                .startsWith("{\"time\":\"2026-03-14T15:09:26Z\",\"requestId\":\""
                        + TestFront.header(answer, "x-amzn-RequestId")
                        + "\",\"operation\":\"ResendConfirmationCode\",\"status\":400,"
                        + "\"fault\":\"UserNotFoundException\",\"micros\":")
                .contains("\"bytesIn\":" + REQUEST.length() + ",\"bytesOut\":"
                        + answer.body().length() + ",\"source\":\"127.0.0.1\"")
                .endsWith("\"userAgent\":\"agent \\\"quoted\\\" " + "x".repeat(241) + "\"}");
        assertThat(access.list.get(1).getFormattedMessage()).contains("\"operation\":\"GET /confirmUser\"");
        assertThat(access.list).noneMatch(event -> event.getFormattedMessage().contains(SECRET));
    }
}
