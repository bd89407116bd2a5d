package dev.cognate.triggers;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A real HTTP server that runs "functions": it gives prepared answers in order, repeats the last one, and keeps what it
 * was sent.
 */
public final class FunctionHost implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Answer> answers = new ArrayDeque<>();
    private Answer last = new Answer(500, Map.of(), "no answer prepared");
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Starts a server on a free port of the loopback address. */
    public FunctionHost() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** What one call looked like. */
    public record Received(String method, String path, Headers headers, String body) {}

    /** What a call is answered with; a status of 0 is silence, a negative one stalls within the body. */
    private record Answer(int status, Map<String, String> headers, String body) {}

    /** The address of this server. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Prepares the next answer. */
    public FunctionHost answers(int status, String body) {
        return answers(status, body, Map.of());
    }

    /** Prepares the next answer. */
    public FunctionHost answers(int status, String body, Map<String, String> headers) {
        synchronized (answers) {
            answers.add(new Answer(status, headers, body));
        }
        return this;
    }

    /** Prepares silence: the connection stays open without a byte. */
    public FunctionHost staysSilent() {
        return answers(0, "");
    }

    /** Prepares an answer whose body never ends. */
    public FunctionHost stallsInTheBody() {
        return answers(-1, "");
    }

    /** What was sent to this server so far. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toASCIIString(),
                exchange.getRequestHeaders(),
                body));
        Answer answer = next();
        if (answer.status() == 0) {
            awaitClose();
            return;
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        if (answer.status() < 0) {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().flush();
            awaitClose();
            return;
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Answer next() {
        synchronized (answers) {
            Answer next = answers.poll();
            last = next == null ? last : next;
            return last;
        }
    }

    private void awaitClose() {
        try {
            closing.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
