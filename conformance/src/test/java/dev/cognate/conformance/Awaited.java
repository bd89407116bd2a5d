package dev.cognate.conformance;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** What a server does in the background, and a test has to wait for: it looks until it sees it, or for a minute in vain. */
final class Awaited {
    /** Much longer than anything takes on a quiet machine: how often one can look tells nothing of how long that was. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Awaited() {}

    /** What a look shows, once it shows something; the words say what there is to see. */
    static <T> T sight(String words, Supplier<Optional<T>> look) {
        long begin = System.nanoTime();
        do {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
        } while (System.nanoTime() - begin < PATIENCE.toNanos());
        throw new AssertionError("In " + PATIENCE.toSeconds() + " seconds there came no " + words);
    }
}
