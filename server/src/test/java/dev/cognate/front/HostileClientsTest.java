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
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What clients may do wrong on purpose, on raw sockets: each is refused or cut off, and the next one is served. */
@Timeout(60)
class HostileClientsTest {
    private static final int REQUESTS = 4;
    private static final String HELD = "{\"ClientId\":\"abc\",\"Username\":\"held\"}";
    private static final int MAX_BODY = 128 * 1024;

    @TempDir
    private Path folder;

    private Store store;
    private TestFront front;
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch entered = new CountDownLatch(REQUESTS);

    @BeforeEach
    void start() {
        store = TestStores.sqlite(folder);
        front = new TestFront.Plan(store)
                .limits(FrontLimits.DEFAULT
                        .withMaxBody(MAX_BODY)
                        .withMaxRequests(REQUESTS)
                        .withTimes(Duration.ofMillis(300), Duration.ofMillis(900)))
                .handler(Operations.RESEND_CONFIRMATION_CODE.by((request, call) -> {
                    if (request.username().equals("held")) {
                        entered.countDown();
                        hold();
                    }
                    return new ResendConfirmationCodeResponse(null);
                }))
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
    void aContentLengthBeyondTheLimitIsRefusedBeforeTheBodyIsRead() throws Exception {
        try (RawClient client = front.connect()) {
            String answer =
                    client.send(HEAD + "Content-Length: 999999999999\r\n\r\n").readToEnd();

            assertThat(answer)
                    .startsWith("HTTP/1.1 413 ")
                    .contains("\"__type\":\"RequestEntityTooLargeException\"")
                    .containsIgnoringCase("connection: close")
                    .contains("Access-Control-Allow-Origin: *");
        }
    }

    @Test
    void theLargestBodyIsReadAndOneByteMoreIsNot() throws Exception {
        String largest = BODY + " ".repeat(MAX_BODY - BODY.length());
        try (RawClient client = front.connect()) {
            assertThat(client.send(HEAD + "Content-Length: " + MAX_BODY + "\r\n\r\n" + largest)
                            .readAnswer())
                    .startsWith("HTTP/1.1 200 ");
        }
        try (RawClient client = front.connect()) {
            assertThat(client.send(HEAD + "Content-Length: " + (MAX_BODY + 1) + "\r\n\r\n" + largest + " ")
                            .readAnswer())
                    .startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void chunksBeyondTheLimitAreRefusedAndNotKept() throws Exception {
        try (RawClient client = front.connect()) {
            client.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
            String chunk = "1000\r\n" + " ".repeat(4096) + "\r\n";
            for (int i = 0; i < 33; i++) {
                client.send(chunk);
            }

            assertThat(client.readAnswer())
                    .startsWith("HTTP/1.1 413 ")
                    .contains("\"__type\":\"RequestEntityTooLargeException\"");
        }
    }

    @Test
    void aChunkLineWithoutEndIsNotKept() throws Exception {
        try (RawClient client = front.connect()) {
            client.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n1;");

            assertThat(flood(client, "x".repeat(8192))).isLessThan(16_000_000);
        }
    }

    @Test
    void headersWithoutEndAreRefused() throws Exception {
        try (RawClient client = front.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: localhost\r\nX-Long: ");

            assertThat(flood(client, "x".repeat(8192))).isLessThan(16_000_000);
        }
        try (RawClient client = front.connect()) {
            String answer = client.send(
                            "POST / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n")
                    .readAnswer();
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"__type\":\"MalformedHttpRequestException\"");
        }
    }

    /** Sends as much as the server takes before it ends the connection, in characters. */
    private static long flood(RawClient client, String bit) {
        long sent = 0;
        try {
            while (sent < 64_000_000) {
                client.send(bit);
                sent += bit.length();
            }
        } catch (IOException _) {
            // Enough is enough.
        }
        return sent;
    }

    @Test
    void aBodyThatEndsTooEarlyIsNoRequest() throws Exception {
        try (RawClient client = front.connect()) {
            client.send(HEAD + "Content-Length: 100\r\n\r\n" + BODY);
            client.endOutput();

            assertThat(client.readToEnd()).doesNotContain(" 200 ");
        }
    }

    @Test
    void aLengthAndChunksTogetherAreRefused() throws Exception {
        try (RawClient client = front.connect()) {
            String answer = client.send(
                            HEAD + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + GOOD)
                    .readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("MalformedHttpRequestException");
            assertThat(answer.split("HTTP/1.1", -1)).as("one answer").hasSize(2);
        }
    }

    @Test
    void ambiguousAndBrokenFramingIsRefused() throws Exception {
        List<String> framings = List.of(
                "Content-Length: 5\r\nContent-Length: 6\r\n\r\n",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: +5\r\n\r\n",
                "Content-Length: 0x5\r\n\r\n",
                "Content-Length: 5, 5\r\n\r\n",
                "Content-Length : 5\r\n\r\n",
                "Transfer-Encoding: gzip\r\n\r\n",
                "Transfer-Encoding: chunked, chunked\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-1\r\n",
                "Transfer-Encoding: chunked\r\n\r\n5\nabcde\r\n0\r\n\r\n",
                "X-Folded: a\r\n b\r\n\r\n",
                "No colon\r\n\r\n",
                ": no name\r\n\r\n");

        answers(framings.stream().map(framing -> HEAD + framing + "hello").toList())
                .forEach((request, answer) -> assertThat(answer)
                        .as(request)
                        .satisfiesAnyOf(
                                text -> assertThat(text).isEmpty(),
                                text -> assertThat(text).startsWith("HTTP/1.1 400 "),
                                text -> assertThat(text).startsWith("HTTP/1.1 501 ")));
    }

    /**
     * The requests with all that comes back to each, some at a time: the server ends a connection that it has refused only
     * after a while.
     */
    private Map<String, String> answers(List<String> requests) throws IOException {
        Map<String, String> answers = new HashMap<>();
        for (int begin = 0; begin < requests.size(); begin += REQUESTS) {
            Map<String, RawClient> clients = new HashMap<>();
            for (String request : requests.subList(begin, Math.min(begin + REQUESTS, requests.size()))) {
                clients.put(request, front.connect().send(request));
            }
            for (Map.Entry<String, RawClient> each : clients.entrySet()) {
                answers.put(each.getKey(), each.getValue().readToEnd());
                each.getValue().close();
            }
        }
        assertThat(answers).hasSameSizeAs(requests);
        return answers;
    }

    @Test
    void garbageIsRefusedInTheFormOfTheApi() throws Exception {
        List<String> garbage = List.of(
                "\r\n\r\n\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n",
                "{}\r\n\r\n");

        answers(garbage)
                .forEach((request, answer) -> assertThat(answer)
                        .as(request)
                        .startsWith("HTTP/1.1 400 ")
                        .contains("MalformedHttpRequestException"));
        try (RawClient client = front.connect()) {
            assertThat(client.send("GET / HTTP/1.0\r\n\r\n").readToEnd())
                    .startsWith("HTTP/1.1 505 ")
                    .contains("MalformedHttpRequestException");
        }
    }

    @Test
    void aRequestLineBeyondTheLimitIsRefused() throws Exception {
        try (RawClient client = front.connect()) {
            assertThat(client.send("GET /" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: a\r\n\r\n")
                            .readToEnd())
                    .startsWith("HTTP/1.1 414 ");
        }
    }

    @Test
    void randomBytesNeverMakeTheServerFail() throws Exception {
        Random random = new Random(2646);
        int rounds = System.getProperty("cognate.proofs", "small").equals("full") ? 10_000 : 200;
        for (int i = 0; i < rounds; i++) {
            byte[] bytes = new byte[1 + random.nextInt(400)];
            random.nextBytes(bytes);
            try (RawClient client = front.connect()) {
                client.send(bytes);
                client.endOutput();
                assertThat(client.readToEnd()).doesNotStartWith("HTTP/1.1 5").doesNotStartWith("HTTP/1.1 2");
            }
        }
    }

    @Test
    void requestsInOnePieceAreAnsweredInOrder() throws Exception {
        try (RawClient client = front.connect()) {
            client.send(GOOD + GOOD.replace("ResendConfirmationCode", "Nothing") + GOOD);

            assertThat(client.readAnswer()).startsWith("HTTP/1.1 200 ");
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 400 ").contains("UnknownOperationException");
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void oneRequestMoreThanMayBeWorkedOnIsRefused() throws Exception {
        List<RawClient> working = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            working.add(front.connect().send(HEAD + "Content-Length: " + HELD.length() + "\r\n\r\n" + HELD));
        }
        entered.await();

        try (RawClient other = front.connect()) {
            assertThat(other.send(GOOD).readAnswer())
                    .startsWith("HTTP/1.1 503 ")
                    .contains("\"__type\":\"ServiceUnavailableException\"");
        }

        held.countDown();
        for (RawClient client : working) {
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 200 ");
            client.close();
        }
    }

    @Test
    void largeBodiesFromManyLeaveTheHeapFlat() throws Exception {
        long before = heap();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> floods = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                floods.add(clients.submit(() -> {
                    try (RawClient client = front.connect()) {
                        client.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n");
                        return flood(client, "x".repeat(64 * 1024));
                    }
                }));
            }
            for (Future<?> flood : floods) {
                flood.get();
            }
        }
        assertThat(heap() - before).isLessThan(50L * 1024 * 1024);
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
