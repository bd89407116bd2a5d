package dev.cognate.transfer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cognate.app.Reply;
import dev.cognate.app.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Stands before a server, and forbids what comes after so many requests. */
final class FlakyApi implements AutoCloseable {
    private final TestServer server;
    private final HttpServer http;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile int allowed;
    private volatile byte[] picture = {};

    FlakyApi(TestServer server, int allowed) throws IOException {
        this.server = server;
        this.allowed = allowed;
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    void allowAll() {
        allowed = Integer.MAX_VALUE;
    }

    /** What was asked for and answered. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Whoever asks for something that is no operation gets this picture. */
    void show(byte[] bytes) {
        picture = bytes;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target == null) {
            send(exchange, picture.length == 0 ? 404 : 200, picture);
            return;
        }
        String operation = target.substring(target.indexOf('.') + 1);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.size() >= allowed) {
            send(
                    exchange,
                    400,
                    "{\"__type\":\"AccessDeniedException\",\"Message\":\"No policy allows " + operation + "\"}");
            return;
        }
        asked.add(operation + " " + body);
        Reply reply = server.call(operation, body);
        send(exchange, reply.status(), reply.body().replace(server.url(), url().toString()));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
