package dev.cognate.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A pool's function behind a real HTTP endpoint: it notes the events and answers what a test wants. */
public final class TestFunction implements AutoCloseable {
    /** The function's name; a test sets it for one or several triggers of a pool. */
    public static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:test";

    /** An answer. */
    public record Answer(int status, String body) {}

    private final HttpServer server;
    private final List<String> events = new CopyOnWriteArrayList<>();
    private volatile Function<String, Answer> behaviour = event -> new Answer(200, event);

    TestFunction() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", exchange -> {
            String event = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            events.add(event);
            Answer answer = behaviour.apply(event);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Where it is. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** The members of a pool whose triggers of these names run this function. */
    public static String as(String... triggers) {
        return Arrays.stream(triggers)
                .map(trigger -> "\"" + trigger + "\":\"" + ARN + "\"")
                .collect(Collectors.joining(",", "\"LambdaConfig\":{", "}"));
    }

    /** The events so far, oldest first. */
    public List<String> events() {
        return events;
    }

    /** Forgets the events and hands every event back unchanged. */
    public void reset() {
        events.clear();
        behaviour = event -> new Answer(200, event);
    }

    /** Decides the answer to each event. */
    public void answers(Function<String, Answer> decision) {
        behaviour = decision;
    }

    /** Returns each event with this response. */
    public void returns(String responseJson) {
        behaviour = event -> {
            int start = event.lastIndexOf("\"response\":");
            return new Answer(200, event.substring(0, start) + "\"response\":" + responseJson + "}");
        };
    }

    /** Fails with an error message. */
    public void fails(String message) {
        behaviour = event -> new Answer(500, "{\"errorMessage\":\"" + message + "\",\"errorType\":\"Error\"}");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
