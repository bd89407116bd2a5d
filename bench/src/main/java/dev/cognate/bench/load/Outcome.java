package dev.cognate.bench.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a load.
 *
 * @param succeeded the answers with status 200
 * @param faults the other answers by type; {@code connection} for requests that got none
 * @param latencies of all answers, also of faults
 * @param took from the first request to the last answer
 */
public record Outcome(long succeeded, Map<String, Long> faults, Latencies latencies, Duration took) {

    /** Keeps a sorted copy of the faults. */
    public Outcome {
        faults = new TreeMap<>(faults);
    }

    /** All requests. */
    public long requests() {
        return succeeded + faults.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Successes per second. */
    public double perSecond() {
        return succeeded / (took.toNanos() / 1e9);
    }
}
