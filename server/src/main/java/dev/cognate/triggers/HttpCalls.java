package dev.cognate.triggers;

import dev.cognate.outgoing.Posts;
import dev.cognate.outgoing.Posts.Outcome.Answered;
import dev.cognate.outgoing.Posts.Outcome.Late;
import dev.cognate.outgoing.Posts.Outcome.Unreachable;
import dev.cognate.triggers.FunctionResult.Failed;
import dev.cognate.triggers.FunctionResult.TimedOut;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Functions that are called over HTTP: what became of a call as what became of the function. */
final class HttpCalls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpCalls.class);

    /** The greatest answer of a Lambda function, in bytes. */
    private static final long GREATEST_ANSWER = 6 * 1024 * 1024;

    private final Posts posts;

    HttpCalls(Duration limit) {
        this.posts = new Posts(limit, GREATEST_ANSWER);
    }

    /** Calls a function and reads the answer. */
    FunctionResult call(String function, Posts.Post post, Function<Answered, FunctionResult> reading) {
        return switch (posts.send(post)) {
            case Answered answer -> reading.apply(answer);
            case Late _ -> new TimedOut();
            case Unreachable(String why) -> {
                LOG.warn("The function {} cannot be reached: {}", function, why);
                yield new Failed(Texts.NO_EXCHANGE);
            }
        };
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

    @Override
    public void close() {
        posts.close();
    }
}
