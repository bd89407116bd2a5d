package dev.cognate.messaging;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The waits between the attempts to deliver a message: dense at first, about a day in all. */
final class Retries {
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(8));

    private Retries() {}

    /** How long to wait after so many failed attempts, null when there is no further one. */
    static @Nullable Duration waitAfter(int attempts) {
        return attempts <= WAITS.size() ? WAITS.get(Math.max(attempts, 1) - 1) : null;
    }
}
