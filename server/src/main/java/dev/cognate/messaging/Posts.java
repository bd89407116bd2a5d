package dev.cognate.messaging;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST}s with a limit on the time of the whole exchange and on the size of the answer. Redirects are not followed:
 * a message is for whom it was meant. The client is made by the first exchange.
 */
final class Posts implements AutoCloseable {
    private static final long GREATEST_ANSWER = 64 * 1024;

    private final Duration patience;
    private @Nullable HttpClient client;

    Posts(Duration patience) {
        this.patience = patience;
    }

    /** What came of an exchange. */
    sealed interface Outcome {
        /** There was an answer, of whatever status. */
        record Answered(int status, HttpHeaders headers, String body) implements Outcome {
            boolean isSuccess() {
                return status / 100 == 2;
            }

            /** Leaves the body out. */
            @Override
            public String toString() {
                return "Answered[" + status + "]";
            }
        }

        /** There was none. */
        record Failed(String why) implements Outcome {}
    }

    /** Sends a body and reads the answer. Does not throw. */
    Outcome send(URI url, Map<String, List<String>> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).POST(BodyPublishers.ofString(body));
        headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        // The time-out of a request ends with the headers of the answer, hence the future: it also limits the body.
        CompletableFuture<HttpResponse<String>> answer = client().sendAsync(
                        request.build(),
                        BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), GREATEST_ANSWER));
        try {
            HttpResponse<String> got = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Outcome.Answered(got.statusCode(), got.headers(), got.body());
        } catch (TimeoutException late) {
            answer.cancel(true);
            return new Outcome.Failed("no answer within " + patience.toSeconds() + " seconds");
        } catch (ExecutionException failure) {
            return new Outcome.Failed(String.valueOf(failure.getCause()));
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome.Failed("interrupted");
        }
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
