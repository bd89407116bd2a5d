package dev.cognate.triggers;

import org.jspecify.annotations.Nullable;

/** The sentences that clients read about triggers. Reference: lifecycle I3. */
final class Texts {
    static final String UNRECOGNIZABLE = "Unrecognizable lambda output";
    static final String TIMED_OUT = "Socket timeout while invoking Lambda function";
    static final String DIED = "Error: Runtime exited without providing a reason";

    /** The name of Lambda's own internal error: what a failure below a function is called. */
    static final String NO_EXCHANGE = "ServiceException";

    private Texts() {}

    /**
     * A process that ended instead of answering.
     *
     * @param status its exit status, null when that is not known
     */
    static String died(String requestId, @Nullable Integer status) {
        return "RequestId: " + requestId + " "
                + (status == null || status == 0 ? DIED : "Error: Runtime exited with error: exit status " + status);
    }

    /** The line of a function's log that ends one attempt. */
    static String report(String requestId, FunctionResult result, long nanos) {
        String outcome = switch (result) {
            case FunctionResult.Returned _ -> "returned";
            case FunctionResult.FunctionError _ -> "failed";
            case FunctionResult.Failed(String name) -> "could not be run: " + name;
            case FunctionResult.TimedOut _ -> "timed out";
        };
        return "REPORT RequestId: " + requestId + " " + outcome + " after " + nanos / 1_000_000 + " ms";
    }

    /** A full stop is appended even where the function's own message ends with one, as the service does. */
    static String failed(String trigger, String message) {
        return trigger + " failed with error " + message + ".";
    }

    static String notInvoked(String trigger, String error) {
        return trigger + " invocation failed due to error " + error + ".";
    }
}
