package dev.cognate.triggers;

import java.time.Duration;

/** One function whose code is on this machine, ready to be run. Safe for use by many threads. */
interface LocalFunction extends AutoCloseable {

    /** Makes one attempt; see {@link FunctionRunner#run}. */
    FunctionResult run(String requestId, String event, Duration limit);

    /** Ends its processes. */
    @Override
    void close();
}
