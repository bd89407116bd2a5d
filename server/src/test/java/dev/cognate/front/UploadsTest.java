package dev.cognate.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies that are passed on as they arrive: their own limits of size and time, beside those of all other requests. */
@Timeout(60)
class UploadsTest {
    private static final int MAX_BODY = 4 * 1024;
    private static final int MAX_UPLOAD = 1024 * 1024;

    @TempDir
    private Path folder;

    private Store store;
    private TestFront front;

    @BeforeEach
    void start() {
        store = TestStores.sqlite(folder);
        front = new TestFront.Plan(store)
                .limits(FrontLimits.DEFAULT
                        .withMaxBody(MAX_BODY)
                        .withTimes(Duration.ofMillis(300), Duration.ofMillis(900)))
                .mount(
                        new Mount.Upload("PUT", "/count", MAX_UPLOAD, Duration.ofSeconds(20), UploadsTest::count),
                        new Mount.Upload("PUT", "/slow", MAX_UPLOAD, Duration.ofMillis(300), UploadsTest::count),
                        new Mount.Upload(
                                "PUT",
                                "/refuse",
                                MAX_UPLOAD,
                                Duration.ofSeconds(20),
                                (_, _) -> Response.text(403, "no")),
                        new Mount.Upload("PUT", "/fail", MAX_UPLOAD, Duration.ofSeconds(20), (_, _) -> {
                            throw new IllegalStateException("As a test");
                        }))
                .start();
    }

    @AfterEach
    void stop() {
        front.close();
        store.close();
    }

    private static Response count(Request head, InputStream body) throws java.io.IOException {
        long bytes = 0;
        byte[] some = new byte[1_000];
        for (int length = body.read(some); length >= 0; length = body.read(some)) {
            bytes += length;
        }
        return Response.text(200, head.method() + " " + bytes + " held " + head.body().length);
    }

    private HttpRequest.Builder put(String path, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(front.uri(path)).PUT(body);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'a');
        return bytes;
    }

    @ParameterizedTest
    @EnumSource
    void aBodyThatWouldBeTooLargeToHoldIsPassedOn(HttpClient.Version version) throws Exception {
        if (version == HttpClient.Version.HTTP_1_1) {
            assertThat(front.send(put("/count/x", BodyPublishers.ofByteArray(bytes(MAX_UPLOAD))))
                            .body())
                    .isEqualTo("PUT " + MAX_UPLOAD + " held 0");
        }
        try (HttpClient client = HttpClient.newBuilder().version(version).build()) {
            HttpResponse<String> chunked = client.send(
                    put(
                                    "/count",
                                    BodyPublishers.ofInputStream(
                                            () -> new java.io.ByteArrayInputStream(bytes(MAX_UPLOAD))))
                            .version(version)
                            .build(),
                    BodyHandlers.ofString());
            assertThat(chunked.body()).isEqualTo("PUT " + MAX_UPLOAD + " held 0");
        }
    }

    @Test
    void aConnectionGoesOnAfterAnUploadWithTheUsualLimits() throws Exception {
        assertThat(front.send(put("/count", BodyPublishers.ofByteArray(bytes(100_000))))
                        .statusCode())
                .isEqualTo(200);
        assertThat(front.send(put("/elsewhere", BodyPublishers.ofByteArray(bytes(MAX_BODY + 1))))
                        .statusCode())
                .isEqualTo(413);
        assertThat(front.send(put("/count", BodyPublishers.noBody())).body()).isEqualTo("PUT 0 held 0");
    }

    @Test
    void aBodyIsRefusedWhenItTurnsOutToBeTooLarge() throws Exception {
        try (RawClient client = front.connect()) {
            client.send("PUT /count HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
            for (int i = 0; i < 17; i++) {
                client.send(chunk);
            }
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 413");
        }
        assertThat(front.send(put("/count", BodyPublishers.ofByteArray(bytes(10))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBodyThatIsSaidToBeTooLargeIsNotRead() throws Exception {
        try (RawClient client = front.connect()) {
            client.send("PUT /count HTTP/1.1\r\nHost: a\r\nContent-Length: " + (MAX_UPLOAD + 1) + "\r\n\r\n");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void aBodyThatArrivesTooSlowlyIsCutOff() throws Exception {
        try (RawClient client = front.connect()) {
            client.send("PUT /slow HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nabc");
            assertThat(client.readToEnd()).doesNotStartWith("HTTP/1.1 200");
        }
        assertThat(front.send(put("/count", BodyPublishers.ofByteArray(bytes(10))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAnswerBeforeTheEndOfTheBodyArrives() throws Exception {
        try (RawClient client = front.connect()) {
            client.send("PUT /refuse HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\nabc");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 403").endsWith("no");
        }
    }

    @Test
    void whatAnEndpointThrowsTellsNothing() throws Exception {
        HttpResponse<String> failed = front.send(put("/fail", BodyPublishers.ofByteArray(bytes(10))));

        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body()).startsWith("Internal error. Incident ").doesNotContain("test");
    }
}
