package dev.cognate.app;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clears away what is over, now and then: each room tells how. One that fails does not keep the others from it. */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Duration FIRST = Duration.ofSeconds(30);

    private final Map<String, IntSupplier> sweeps;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * Housekeeping that rests.
     *
     * @param sweeps what clears away, by the name of what it clears; each tells how much it was
     */
    Housekeeping(Map<String, IntSupplier> sweeps) {
        this.sweeps = new LinkedHashMap<>(sweeps);
    }

    /** Begins, on a virtual thread, some time after the start so that the start is not slowed. */
    void start() {
        Thread.ofVirtual().name("housekeeping").start(this::run);
    }

    private void run() {
        try {
            boolean stop = stopped.await(FIRST.toMillis(), TimeUnit.MILLISECONDS);
            while (!stop) {
                sweeps.forEach(Housekeeping::clear);
                stop = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stop) {
            LOG.debug("Housekeeping was interrupted");
        }
    }

    private static void clear(String what, IntSupplier sweep) {
        try {
            LOG.debug("Cleared away what is over of {}: {}", what, sweep.getAsInt());
        } catch (RuntimeException failure) {
            LOG.warn("Could not clear away what is over of {}; trying again later", what, failure);
        }
    }

    @Override
    public void close() {
        stopped.countDown();
    }
}
