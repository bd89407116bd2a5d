package dev.cognate.triggers;

/** Makes attempts at running functions. Safe for use by many threads. */
public interface FunctionRunner extends AutoCloseable {

    /** Whether this runner knows the function. */
    boolean knows(String functionArn);

    /**
     * Makes one attempt: hands the event to the function and waits for the answer, at most as long as the runner's limit.
     * Does not throw; a thread that is interrupted meanwhile stays interrupted and gets a failure.
     *
     * @param functionArn an ARN that this runner {@linkplain #knows knows}
     * @param event the event as JSON
     */
    FunctionResult run(String functionArn, String event);

    /** Lets go of connections. Attempts under way fail. */
    @Override
    void close();
}
