package dev.cognate.front;

import static dev.cognate.front.RawClient.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import dev.cognate.wire.model.Operations;
import dev.cognate.wire.model.ResendConfirmationCodeResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How the front stops while requests are being worked on. */
@Timeout(60)
class GracefulStopTest {
    @TempDir
    private Path folder;

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private Store store;
    private TestFront front;

    @BeforeEach
    void start() {
        store = TestStores.sqlite(folder);
        front = new TestFront.Plan(store)
                .handler(Operations.RESEND_CONFIRMATION_CODE.by((request, call) -> {
                    entered.countDown();
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return new ResendConfirmationCodeResponse(null);
                }))
                .mount(Mount.exactly("GET", "/ping", request -> Response.text(200, "pong")))
                .start();
    }

    @AfterEach
    void stop() {
        release.countDown();
        store.close();
    }

    @Test
    void aRunningRequestIsAnsweredAndNoNewConnectionIsAccepted() throws Exception {
        try (RawClient running = front.connect();
                RawClient idle = idle()) {
            running.send(GOOD);
            entered.await();

            Thread stopping = Thread.startVirtualThread(front::close);
            assertThat(idle.readToEnd()).as("an idle connection is closed").isEmpty();
            assertThat(refusesConnections()).isTrue();

            release.countDown();
            assertThat(running.readToEnd()).startsWith("HTTP/1.1 200 ").containsIgnoringCase("connection: close");
            stopping.join();
        }
    }

    @Test
    void aRequestThatDoesNotEndIsGivenUp() throws Exception {
        try (RawClient running = front.connect()) {
            running.send(GOOD);
            entered.await();

            long start = System.nanoTime();
            front.close();

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(8));
            assertThat(running.readToEnd()).doesNotContain(" 200 ");
        }
    }

    @Test
    void withoutRequestsItStopsAtOnce() throws Exception {
        try (RawClient idle = idle()) {
            long start = System.nanoTime();
            front.close();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1500));
            assertThat(idle.readToEnd()).isEmpty();
        }
    }

    /** A connection that has had its answer and waits for its next request. */
    private RawClient idle() throws IOException {
        RawClient client = front.connect();
        assertThat(client.send("GET /ping HTTP/1.1\r\nHost: localhost\r\n\r\n").readAnswer())
                .endsWith("pong");
        return client;
    }

    private boolean refusesConnections() throws IOException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < Duration.ofSeconds(20).toNanos()) {
            try (RawClient _ = front.connect()) {
                Thread.onSpinWait();
            } catch (ConnectException _) {
                return true;
            }
        }
        return false;
    }
}
