package dev.cognate.triggers;

/** What came of one attempt at running a function. Reference: lifecycle I3. */
public sealed interface FunctionResult {

    /**
     * The function returned.
     *
     * @param json what it returned; not checked yet, and with personal data in it
     */
    record Returned(String json) implements FunctionResult {

        /** Leaves the text out, which holds the user's attributes. */
        @Override
        public String toString() {
            return "Returned[" + json.length() + " characters]";
        }
    }

    /**
     * The function was run and failed: it threw, or its process died.
     *
     * @param message its {@code errorMessage}; reaches the client
     */
    record FunctionError(String message) implements FunctionResult {}

    /**
     * The function could not be run.
     *
     * @param awsErrorName the name of the error as AWS has it, such as {@code AccessDeniedException}
     */
    record Failed(String awsErrorName) implements FunctionResult {}

    /** No answer came in time. */
    record TimedOut() implements FunctionResult {}
}
