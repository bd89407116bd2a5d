package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.HttpCall.Answer;
import dev.cognate.cli.cognitoidp.HttpCall.Attempt;
import dev.cognate.cli.cognitoidp.HttpCall.Unanswered;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Surroundings;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/**
 * Sends a request until it is answered for good: as often as the {@link RetryRule} says, again after a fault of the server or the
 * connection and when there are too many requests, after a random wait that doubles. These are the AWS command line's
 * standard retries; Reference:
 * oauth-config A9.
 */
final class Retries {
    private static final Set<Integer> PASSING_STATUS = Set.of(500, 502, 503, 504);
    private static final Set<String> PASSING_CODES = Set.of(
            "RequestTimeout",
            "RequestTimeoutException",
            "PriorRequestNotComplete",
            "Throttling",
            "ThrottlingException",
            "ThrottledException",
            "RequestThrottledException",
            "TooManyRequestsException",
            "ProvisionedThroughputExceededException",
            "TransactionInProgressException",
            "RequestLimitExceeded",
            "BandwidthLimitExceeded",
            "RequestThrottled",
            "SlowDown",
            "EC2ThrottledException");
    private static final String LIMIT = "LimitExceededException";
    private static final int LONGEST_WAIT_SECONDS = 20;

    private final HttpCall call;
    private final RetryRule rule;
    private final Surroundings surroundings;
    private final String userAgent;

    Retries(HttpCall call, RetryRule rule, Surroundings surroundings, String userAgent) {
        this.call = call;
        this.rule = rule;
        this.surroundings = surroundings;
        this.userAgent = userAgent;
    }

    /**
     * The body of a successful answer.
     *
     * @throws CliError.Service with the service's error
     * @throws CliError.General when no answer came
     * @throws CliError.Interrupted when somebody stops the wait
     */
    String send(String operation, byte[] body) {
        int most = rule.attempts();
        String invocation = invocationId();
        for (int number = 1; ; number++) {
            Attempt attempt = new Attempt(invocation, trace(number, most), userAgent);
            CliError error = null;
            boolean passing;
            try {
                Answer answer = call.send(operation, body, attempt);
                if (answer.isSuccess()) {
                    return answer.body();
                }
                ServiceFault fault = ServiceFault.of(answer);
                passing = PASSING_STATUS.contains(answer.status()) || isPassing(fault.code());
                error = fault.error(operation, number == most ? number - 1 : null);
            } catch (Unanswered unanswered) {
                passing = true;
                error = new CliError.General(unanswered.getMessage());
            }
            if (!passing || number >= most) {
                throw error;
            }
            waitAfter(number);
        }
    }

    private boolean isPassing(String code) {
        return PASSING_CODES.contains(code) || (rule.afterLimits() && code.equals(LIMIT));
    }

    private static String trace(int number, int most) {
        return number == 1 ? "attempt=1" : "attempt=" + number + "; max=" + most;
    }

    /** Tells the server that several attempts are one call. */
    private String invocationId() {
        long high = (surroundings.random().nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
        long low = (surroundings.random().nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private void waitAfter(int number) {
        double seconds = Math.min(surroundings.random().nextDouble() * Math.pow(2, number - 1), LONGEST_WAIT_SECONDS);
        try {
            surroundings.timing().pause().lasting(Duration.ofMillis(Math.round(seconds * 1000)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CliError.Interrupted();
        }
    }
}
