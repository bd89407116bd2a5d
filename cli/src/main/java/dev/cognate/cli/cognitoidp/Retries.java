package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.HttpCall.Answer;
import dev.cognate.cli.cognitoidp.HttpCall.Attempt;
import dev.cognate.cli.cognitoidp.HttpCall.Unanswered;
import dev.cognate.cli.json.PythonText;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Surroundings;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request until it is answered for good: at most three times, again after a fault of the server or the
 * connection and when there are too many requests, after a random wait that doubles. These are the AWS command line's
 * standard retries; it counts a reached limit ({@code LimitExceededException}) among them, and so do we. Reference:
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
            "LimitExceededException",
            "RequestThrottled",
            "SlowDown",
            "EC2ThrottledException");
    private static final int LONGEST_WAIT_SECONDS = 20;

    private final HttpCall call;
    private final Surroundings surroundings;
    private final String userAgent;

    Retries(HttpCall call, Surroundings surroundings, String userAgent) {
        this.call = call;
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
        int most = mostAttempts();
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
                passing = PASSING_STATUS.contains(answer.status()) || PASSING_CODES.contains(fault.code());
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

    private int mostAttempts() {
        @Nullable String configured = surroundings.environment().first("AWS_MAX_ATTEMPTS");
        String digits = configured == null ? "3" : PythonText.integer(configured);
        if (digits == null || digits.length() > 9 || Integer.parseInt(digits) < 1) {
            throw new CliError.General("Invalid value for AWS_MAX_ATTEMPTS: " + configured);
        }
        return Integer.parseInt(digits);
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
