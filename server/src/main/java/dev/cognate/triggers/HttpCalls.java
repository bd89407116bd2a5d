package dev.cognate.triggers;

import dev.cognate.triggers.FunctionResult.Failed;
import dev.cognate.triggers.FunctionResult.TimedOut;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP exchanges with a limit on the time of the whole exchange and on the size of the answer. The client is made by the
 * first exchange: a server without functions never pays for it.
 */
final class HttpCalls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpCalls.class);

    /** The greatest answer of a Lambda function, in bytes. */
    private static final long GREATEST_ANSWER = 6 * 1024 * 1024;

    private final Duration limit;
    private @Nullable HttpClient client;

    HttpCalls(Duration limit) {
        this.limit = limit;
    }

    /** Sends the request and reads the answer. */
    FunctionResult exchange(
            String function, HttpRequest request, Function<HttpResponse<String>, FunctionResult> reading) {
        // The time-out of a request ends with the headers of the answer, hence the future: it also limits the body.
        CompletableFuture<HttpResponse<String>> answer = client().sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), GREATEST_ANSWER));
        try {
            return reading.apply(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            answer.cancel(true);
            return new TimedOut();
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Failed(Texts.NO_EXCHANGE);
        } catch (ExecutionException failure) {
            return failed(function, failure);
        }
    }

    private static FunctionResult failed(String function, ExecutionException failure) {
        if (failure.getCause() instanceof HttpTimeoutException) {
            return new TimedOut();
        }
        LOG.warn("The function {} cannot be reached: {}", function, String.valueOf(failure.getCause()));
        return new Failed(Texts.NO_EXCHANGE);
    }

    /** What the status of an answer that is no function's is called. */
    static Failed refused(int status) {
        return new Failed(
                switch (status) {
                    case 401, 403 -> "AccessDeniedException";
                    case 404 -> "ResourceNotFoundException";
                    case 413 -> "RequestTooLargeException";
                    case 429 -> "TooManyRequestsException";
                    default -> Texts.NO_EXCHANGE;
                });
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1) // an offer to upgrade confuses simple servers
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(limit)
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
