package dev.cognate.triggers;

/** The sentences that clients read about triggers. Reference: lifecycle I3. */
final class Texts {
    static final String UNRECOGNIZABLE = "Unrecognizable lambda output";
    static final String TIMED_OUT = "Socket timeout while invoking Lambda function";
    static final String DIED = "Error: Runtime exited without providing a reason";

    private Texts() {}

    /** A full stop is appended even where the function's own message ends with one, as the service does. */
    static String failed(String trigger, String message) {
        return trigger + " failed with error " + message + ".";
    }

    static String notInvoked(String trigger, String error) {
        return trigger + " invocation failed due to error " + error + ".";
    }
}
