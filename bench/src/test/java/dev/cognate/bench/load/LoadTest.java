package dev.cognate.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Set<String> bodies = ConcurrentHashMap.newKeySet();
    private final Set<String> targets = ConcurrentHashMap.newKeySet();
    private final Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server = unstarted();

    private static HttpServer unstarted() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.close();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        bodies.add(body);
        targets.add(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        clients.add(exchange.getRemoteAddress());
        if (body.contains("once")) {
            exchange.getResponseHeaders().set("Connection", "close");
        }
        reply(exchange, body);
    }

    private static void reply(HttpExchange exchange, String body) throws IOException {
        boolean limited = body.contains("limited");
        byte[] answer = (limited
                        ? "{\"__type\": \"LimitExceededException\"}"
                        : "{\"x\": \"" + "y".repeat(100_000) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(limited ? 400 : 200, answer.length);
        try (exchange) {
            exchange.getResponseBody().write(answer);
        }
    }

    @Test
    void everyNumberIsSentOnceOverConnectionsThatStayOpen() throws Exception {
        Outcome outcome = Load.run(
                Plan.closedLoop(address(), 3, LONGEST).from(7).atMost(200),
                Script.of("ListUsers", number -> "n" + number));

        assertThat(outcome.succeeded()).isEqualTo(200);
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.latencies().count()).isEqualTo(200);
        assertThat(bodies)
                .isEqualTo(LongStream.range(7, 207).mapToObj(n -> "n" + n).collect(Collectors.toSet()));
        assertThat(targets).containsExactly("AWSCognitoIdentityProviderService.ListUsers");
        assertThat(clients).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void faultsAreCountedByType() throws Exception {
        Outcome outcome = Load.run(
                Plan.closedLoop(address(), 2, LONGEST).atMost(30),
                Script.of("SignUp", number -> number % 3 == 0 ? "limited" : "fine"));

        assertThat(outcome.succeeded()).isEqualTo(20);
        assertThat(outcome.faults()).isEqualTo(Map.of("LimitExceededException", 10L));
    }

    @Test
    void aServerThatClosesEachConnectionIsConnectedToAgain() throws Exception {
        Outcome outcome = Load.run(
                Plan.closedLoop(address(), 2, LONGEST).atMost(20), Script.of("SignUp", number -> "once" + number));

        assertThat(outcome.succeeded()).isEqualTo(20);
        assertThat(clients).hasSize(20);
    }

    @Test
    void aServerThatIsGoneIsAFaultAndNoHang() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        server.createContext("/gone", exchange -> {
            exchange.close();
            asked.countDown();
        });
        Thread stopping = Thread.ofVirtual().start(() -> {
            try {
                asked.await();
                server.stop(0);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });

        Outcome outcome = Load.run(
                Plan.closedLoop(address(), 1, LONGEST),
                Script.of("SignUp", _ -> "x").at("/gone"));
        stopping.join();

        assertThat(outcome.succeeded()).isZero();
        assertThat(outcome.faults()).containsOnlyKeys("connection");
    }

    @Test
    void anOpenLoopSendsWhatFallsDueInItsTime() throws Exception {
        Outcome outcome = Load.run(
                Plan.closedLoop(address(), 2, Duration.ofMillis(500)).atRate(100),
                Script.of("SignUp", number -> "x" + number));

        assertThat(outcome.succeeded()).isEqualTo(50);
        assertThat(outcome.took()).isGreaterThan(Duration.ofMillis(480));
    }

    @Test
    void inAnOpenLoopWhatHadToWaitCountsWithItsWaitingTime() throws Exception {
        Pace pace = new Pace(Plan.closedLoop(address(), 1, LONGEST).atRate(1_000));
        pace.begin();
        long firstDue = pace.await(pace.next());

        long second = pace.next();
        long third = pace.next();

        assertThat(pace.await(third) - firstDue).isEqualTo(2_000_000L);
        assertThat(pace.await(second) - firstDue).isEqualTo(1_000_000L);
    }

    @Test
    void loadStaysOnThisMachine() {
        assertThatThrownBy(() -> Plan.closedLoop(URI.create("http://192.0.2.1:80"), 1, LONGEST))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void latenciesAreExact() {
        Latencies.Log some = new Latencies.Log();
        Latencies.Log others = new Latencies.Log();
        LongStream.rangeClosed(1, 600).forEach(some::add);
        LongStream.rangeClosed(601, 1_000).forEach(others::add);

        Latencies latencies = Latencies.of(List.of(some, others));

        assertThat(latencies.within(0.5)).isEqualTo(Duration.ofNanos(500));
        assertThat(latencies.within(0.99)).isEqualTo(Duration.ofNanos(990));
        assertThat(latencies.within(0.999)).isEqualTo(Duration.ofNanos(999));
        assertThat(latencies.within(1)).isEqualTo(Duration.ofNanos(1_000));
        assertThat(Latencies.of(List.of()).within(0.99)).isZero();
    }
}
