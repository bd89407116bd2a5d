package dev.cognate.store;

import java.time.Duration;

/**
 * How far the clocks of the nodes of one store may be apart. What was used up is remembered for so long beyond its time: a
 * node whose clock is behind still takes for good what is over by the others' clocks.
 */
public final class ClockDifference {
    /** An hour: far beyond what clocks differ by that anything sets, and little to keep. */
    public static final Duration LONGEST = Duration.ofHours(1);

    private ClockDifference() {}
}
