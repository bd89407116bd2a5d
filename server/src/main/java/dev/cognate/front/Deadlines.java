package dev.cognate.front;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Moments by which something must have happened on a connection, watched by one thread: what is overdue is cut off. A
 * socket's own read time-out is no help, since a client that sends one byte now and then never meets it.
 */
final class Deadlines implements AutoCloseable {
    private static final long NEVER = Long.MAX_VALUE;

    private final Set<Deadline> watched = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("front-deadlines").factory());

    /** Looks for overdue connections each time the precision has passed. */
    Deadlines(Duration precision) {
        long nanos = precision.toNanos();
        // It ends with the executor; nobody waits for it.
        var _ = sweeper.scheduleWithFixedDelay(this::sweep, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    /** A new deadline, for now without an end. */
    Deadline watch(Runnable cut) {
        Deadline deadline = new Deadline(cut);
        watched.add(deadline);
        return deadline;
    }

    /** Watches it no longer. */
    void forget(Deadline deadline) {
        watched.remove(deadline);
    }

    private void sweep() {
        long now = System.nanoTime();
        List<Deadline> over =
                watched.stream().filter(deadline -> deadline.isOver(now)).toList();
        over.forEach(deadline -> {
            watched.remove(deadline);
            deadline.cut.run();
        });
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
    }

    /** One moment; set by the thread that works on the connection, read by the sweeper. */
    static final class Deadline {
        private final Runnable cut;
        private volatile long at = NEVER;

        private Deadline(Runnable cut) {
            this.cut = cut;
        }

        /** Makes it end after this time. */
        void in(Duration time) {
            at = System.nanoTime() + time.toNanos();
        }

        /** Makes it never end. */
        void lift() {
            at = NEVER;
        }

        private boolean isOver(long now) {
            long end = at;
            return end != NEVER && end - now < 0;
        }
    }
}
