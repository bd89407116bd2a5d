package dev.cognate.codes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * When something happened during the last 60 minutes, oldest first: a sliding window that can be counted exactly.
 *
 * @param times epoch milliseconds
 */
record LastHour(List<Long> times) {
    static final LastHour EMPTY = new LastHour(List.of());

    private static final long WINDOW = Duration.ofHours(1).toMillis();

    LastHour {
        times = List.copyOf(times);
    }

    static LastHour decode(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        List<Long> times = new ArrayList<>();
        for (String time : text.split(" ", -1)) {
            times.add(Long.valueOf(time));
        }
        return new LastHour(times);
    }

    String encode() {
        StringBuilder text = new StringBuilder(times.size() * 14);
        for (long time : times) {
            text.append(text.isEmpty() ? "" : " ").append(time);
        }
        return text.toString();
    }

    /** What happened of either kind, oldest first. */
    LastHour and(LastHour other) {
        return new LastHour(
                Stream.concat(times.stream(), other.times.stream()).sorted().toList());
    }

    /** Whether one more is within the limit. */
    boolean allows(int limit, Instant now) {
        return limit == CodeLimits.NONE || since(now.toEpochMilli() - WINDOW).size() < limit;
    }

    /** With one more; what left the window is forgotten, and without a limit nothing needs remembering. */
    LastHour plus(int limit, Instant now) {
        if (limit == CodeLimits.NONE) {
            return EMPTY;
        }
        List<Long> kept = new ArrayList<>(since(now.toEpochMilli() - WINDOW));
        kept.add(now.toEpochMilli());
        return new LastHour(kept);
    }

    private List<Long> since(long start) {
        int first = 0;
        while (first < times.size() && times.get(first) <= start) {
            first++;
        }
        return times.subList(first, times.size());
    }
}
