/**
 * The load generator: HTTP/1.1 over keep-alive connections, one blocking thread for each, nothing pipelined.
 *
 * <p>The nouns: a {@link dev.cognate.bench.load.Script} is what is asked; a {@link dev.cognate.bench.load.Plan} is how
 * often, over how many connections, and for how long at most; {@link dev.cognate.bench.load.Load} carries the plan out
 * and returns an {@link dev.cognate.bench.load.Outcome} with all {@link dev.cognate.bench.load.Latencies}, none of them
 * rounded into buckets.
 *
 * <p>The path of one request: a worker draws the next number, waits until that number is due (in an open loop), sends the
 * body that the script has for it, reads the answer, and notes the time since the request was due. In an open loop a
 * request that has to wait for a free connection therefore counts with its waiting time, so that a server which stalls
 * cannot hide the requests that were held back meanwhile (coordinated omission).
 */
@NullMarked
package dev.cognate.bench.load;

import org.jspecify.annotations.NullMarked;
