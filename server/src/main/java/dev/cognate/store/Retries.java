package dev.cognate.store;

import dev.cognate.store.StoreException.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a transaction again when another one came between, after a pause of random length that doubles up to a limit.
 * Reference: https://www.postgresql.org/docs/current/mvcc-serialization-failure-handling.html.
 */
final class Retries {
    /** With the pauses below some three seconds. */
    static final int ATTEMPTS = 60;

    private static final long FIRST_PAUSE = Duration.ofMillis(1).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(100).toNanos();

    /**
     * The result of the first attempt without a conflict.
     *
     * @throws StoreException the last attempt's conflict, with the earlier ones suppressed, when there were too many
     */
    <T extends @Nullable Object> T run(Supplier<T> transaction) {
        List<StoreException> conflicts = new ArrayList<>();
        while (true) {
            try {
                return transaction.get();
            } catch (StoreException e) {
                if (e.trouble() != Trouble.CONFLICT || conflicts.size() + 1 == ATTEMPTS) {
                    conflicts.forEach(e::addSuppressed);
                    throw e;
                }
                conflicts.add(e);
            }
            pause(conflicts.size());
        }
    }

    private static void pause(int failed) {
        long longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(failed, 20));
        try {
            Thread.sleep(Duration.ofNanos(ThreadLocalRandom.current().nextLong(longest)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new StoreException(Trouble.CONFLICT, "Interrupted before the transaction could be run again");
        }
    }
}
