package dev.cognate.outgoing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST}s to places that the operator chose, with a limit on the time of the whole exchange and on the size of the
 * answer. Redirects are not followed: what is sent is for whom it was meant. The client is made by the first exchange, so
 * that a server which sends nothing never pays for it. Safe for use by many threads.
 */
public final class Posts implements AutoCloseable {
    private final Duration patience;
    private final long mostBytes;
    private @Nullable HttpClient client;

    /**
     * Posts.
     *
     * @param patience how long an exchange may take, from the connecting to the last byte
     * @param mostBytes the greatest answer
     */
    public Posts(Duration patience, long mostBytes) {
        this.patience = patience;
        this.mostBytes = mostBytes;
    }

    /** What is sent. */
    public record Post(URI url, Map<String, List<String>> headers, String body) {
        /** Copies the headers. */
        public Post {
            headers = Map.copyOf(headers);
        }

        /** Leaves headers and body out, which may hold signatures and codes. */
        @Override
        public String toString() {
            return "Post[" + url + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * There was an answer, of whatever status.
         *
         * @param headers the first value of each, by name in lower case
         */
        record Answered(int status, Map<String, String> headers, String body) implements Outcome {
            /** Copies the headers. */
            public Answered {
                headers = Map.copyOf(headers);
            }

            static Answered of(HttpResponse<String> answer) {
                Map<String, String> headers = new HashMap<>();
                answer.headers()
                        .map()
                        .forEach((name, values) ->
                                headers.put(name.toLowerCase(Locale.ROOT), values.isEmpty() ? "" : values.getFirst()));
                return new Answered(answer.statusCode(), headers, answer.body());
            }

            /** The first value of a header, whatever the case of its name; empty when there is none. */
            public String header(String name) {
                return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
            }

            /** Whether the status is one of success, 2xx. */
            public boolean isSuccess() {
                return status / 100 == 2;
            }

            /** Leaves the body out. */
            @Override
            public String toString() {
                return "Answered[" + status + "]";
            }
        }

        /** There was no answer, or not all of it, in time. */
        record Late() implements Outcome {}

        /** There was none. */
        record Unreachable(String why) implements Outcome {}
    }

    /**
     * Sends a body and reads the answer. Does not throw. Where the other side closes the connection in place of an answer
     * it is sent once more: of a server that keeps no connection (HTTP/1.0) that is often noticed by the next request only.
     */
    public Outcome send(Post post) {
        HttpRequest.Builder request = HttpRequest.newBuilder(post.url).POST(BodyPublishers.ofString(post.body));
        post.headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return send(request.build(), System.nanoTime() + patience.toNanos(), true);
    }

    private Outcome send(HttpRequest request, long end, boolean again) {
        // The time-out of a request ends with the headers of the answer, hence the future: it also limits the body.
        CompletableFuture<HttpResponse<String>> answer = client().sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), mostBytes));
        try {
            return Outcome.Answered.of(answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            answer.cancel(true);
            return new Outcome.Late();
        } catch (ExecutionException failure) {
            return again && wasClosed(failure.getCause()) ? send(request, end, false) : failed(failure.getCause());
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome.Unreachable("interrupted");
        }
    }

    private static Outcome failed(@Nullable Throwable cause) {
        return cause instanceof HttpTimeoutException
                ? new Outcome.Late()
                : new Outcome.Unreachable(String.valueOf(cause));
    }

    /** The client tells of a connection that ended, and of nothing else, by a plain exception with another as its cause. */
    private static boolean wasClosed(@Nullable Throwable failure) {
        return failure != null && failure.getClass() == IOException.class && failure.getCause() instanceof IOException;
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1) // an offer to upgrade confuses simple servers
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(patience)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
