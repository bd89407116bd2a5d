package dev.cognate.front;

import static dev.cognate.front.RawClient.BODY;
import static dev.cognate.front.RawClient.GOOD;
import static dev.cognate.front.RawClient.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import dev.cognate.wire.model.Operations;
import dev.cognate.wire.model.ResendConfirmationCodeResponse;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The limits of time: who is slower is cut off, and nobody is cut off for what the server does. */
@Timeout(60)
class SlowClientsTest {
    private static final String HELD = "{\"ClientId\":\"abc\",\"Username\":\"held\"}";

    @TempDir
    private Path folder;

    private final CountDownLatch held = new CountDownLatch(1);
    private Store store;
    private TestFront front;

    @BeforeEach
    void start() {
        store = TestStores.sqlite(folder);
        front = new TestFront.Plan(store)
                .limits(FrontLimits.DEFAULT.withTimes(Duration.ofMillis(300), Duration.ofMillis(900)))
                .handler(Operations.RESEND_CONFIRMATION_CODE.by((request, call) -> {
                    if (request.username().equals("held")) {
                        hold();
                    }
                    return new ResendConfirmationCodeResponse(null);
                }))
                .mount(Mount.exactly("GET", "/large", request -> Response.text(200, "x".repeat(50_000_000))))
                .start();
    }

    private void hold() {
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stop() throws IOException {
        try (RawClient client = front.connect()) {
            assertThat(client.send(GOOD).readAnswer()).as("the next client").startsWith("HTTP/1.1 200 ");
        }
        front.close();
        store.close();
    }

    @Test
    void headersThatTrickleAreCutOff() throws Exception {
        try (RawClient client = front.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: localhost\r\n");

            assertThat(trickle(client, "X-Slow: 1\r\n")).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void aBodyThatTricklesIsCutOff() throws Exception {
        try (RawClient client = front.connect()) {
            client.send(HEAD + "Content-Length: 60000\r\n\r\n");

            assertThat(trickle(client, " ")).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void chunksThatTrickleAreCutOff() throws Exception {
        try (RawClient client = front.connect()) {
            client.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");

            assertThat(trickle(client, "1\r\n \r\n")).isLessThan(Duration.ofSeconds(5));
        }
    }

    /** Sends a bit every now and then, without ever pausing for as long as the limit, until the server has enough. */
    private static Duration trickle(RawClient client, String bit) throws IOException {
        long start = System.nanoTime();
        client.timeout(Duration.ofMillis(50));
        while (!client.isEnded()) {
            try {
                client.send(bit);
            } catch (SocketException _) {
                break;
            }
            if (System.nanoTime() - start > Duration.ofSeconds(8).toNanos()) {
                break;
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void halfARequestIsCutOff() throws Exception {
        try (RawClient client = front.connect()) {
            assertThat(client.send("POST / HTT").readToEnd()).isEmpty();
        }
    }

    @Test
    void aConnectionWithoutAnyRequestIsClosedAfterTheIdleTime() throws Exception {
        try (RawClient client = front.connect()) {
            assertThat(client.readToEnd()).isEmpty();
        }
    }

    @Test
    void aConnectionIsKeptForTheNextRequestAndClosedAfterTheIdleTime() throws Exception {
        try (RawClient client = front.connect()) {
            assertThat(client.send(GOOD).readAnswer()).startsWith("HTTP/1.1 200 ");
            assertThat(client.send(GOOD).readAnswer()).startsWith("HTTP/1.1 200 ");
            assertThat(client.readToEnd()).isEmpty();
        }
    }

    @Test
    void aConnectionIsClosedWhenTheClientAsksForIt() throws Exception {
        try (RawClient client = front.connect()) {
            String request = HEAD + "Connection: close\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY;

            String answer = client.send(request).readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 200 ").containsIgnoringCase("connection: close");
        }
    }

    @Test
    void whoeverDoesNotTakeItsAnswerIsCutOff() throws Exception {
        try (RawClient client = front.connect()) {
            client.send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
            try (RawClient idle = front.connect()) {
                idle.readToEnd(); // The idle time is longer than the time to take an answer.
            }

            assertThat(client.readToEnd().length()).isLessThan(50_000_000);
        }
    }

    @Test
    void aClientThatWaitsForContinueIsToldSo() throws Exception {
        try (RawClient client = front.connect()) {
            client.send(HEAD + "Expect: 100-continue\r\nContent-Length: " + BODY.length() + "\r\n\r\n");
            assertThat(new String(client.readBytes(25), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 100 ");

            assertThat(client.send(BODY).readAnswer()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void workThatTakesLongIsNotTheClientsDelay() throws Exception {
        try (RawClient first = front.connect();
                RawClient idle = front.connect()) {
            first.send(HEAD + "Content-Length: " + HELD.length() + "\r\n\r\n" + HELD);
            assertThat(idle.readToEnd())
                    .isEmpty(); // Which takes as long as the idle time, and that is the longest one.

            held.countDown();
            assertThat(first.readAnswer()).startsWith("HTTP/1.1 200 ");
        }
    }
}
