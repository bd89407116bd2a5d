package dev.cognate.bench.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** How long each of many requests took, exactly. */
public final class Latencies {
    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    /** The latencies of all logs together. */
    static Latencies of(List<Log> logs) {
        long[] all = logs.stream()
                .flatMapToLong(log -> Arrays.stream(log.nanos, 0, log.size))
                .toArray();
        Arrays.sort(all);
        return new Latencies(all);
    }

    /** How many there are. */
    public int count() {
        return sorted.length;
    }

    /**
     * The time within which this share of the requests was answered; zero when there were none.
     *
     * @param share above 0, at most 1, as in 0.99
     */
    public Duration within(double share) {
        if (sorted.length == 0) {
            return Duration.ZERO;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return Duration.ofNanos(sorted[Math.clamp(rank, 1, sorted.length) - 1]);
    }

    /** What one worker notes; grows as needed. */
    static final class Log {
        private long[] nanos = new long[4096];
        private int size;

        void add(long latency) {
            if (size == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * size);
            }
            nanos[size++] = latency;
        }
    }
}
