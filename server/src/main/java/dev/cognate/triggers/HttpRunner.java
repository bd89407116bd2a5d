package dev.cognate.triggers;

import dev.cognate.outgoing.Posts.Outcome.Answered;
import dev.cognate.outgoing.Posts.Post;
import dev.cognate.triggers.FunctionResult.Returned;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Runs functions that stand behind URLs: the event is the body of a POST. A 2xx answer is what the function returned; an
 * answer with another status and an {@code errorMessage} in its JSON body is the error of a function that threw.
 *
 * <p>The runtime interface emulator of Lambda's container images answers 200 also for a function that threw, so a 2xx
 * answer with both {@code errorMessage} and {@code errorType} counts as a function's error too.
 */
public final class HttpRunner implements FunctionRunner {
    private static final Map<String, List<String>> HEADERS = Map.of("Content-Type", List.of("application/json"));

    private final Map<String, URI> functions;
    private final HttpCalls calls;

    /**
     * A runner.
     *
     * @param functions the URL of each function, by its ARN
     * @param limit how long one attempt may take; five seconds in the service
     */
    public HttpRunner(Map<String, URI> functions, Duration limit) {
        this.functions = Map.copyOf(functions);
        this.calls = new HttpCalls(limit);
    }

    @Override
    public boolean knows(String functionArn) {
        return functions.containsKey(functionArn);
    }

    @Override
    public FunctionResult run(String functionArn, String event) {
        URI url = functions.get(functionArn);
        if (url == null) {
            throw new IllegalArgumentException("No URL for the function " + functionArn);
        }
        return calls.call(functionArn, new Post(url, HEADERS, event), HttpRunner::read);
    }

    private static FunctionResult read(Answered answer) {
        ErrorPayload error = ErrorPayload.of(answer.body());
        if (answer.isSuccess()) {
            boolean threw = error.typed() && error.message() != null;
            return threw ? error.error() : new Returned(answer.body());
        }
        return error.message() == null ? HttpCalls.refused(answer.status()) : error.error();
    }

    @Override
    public void close() {
        calls.close();
    }
}
