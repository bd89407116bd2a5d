package dev.cognate.messaging;

import dev.cognate.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what is in the outbox, in the background, from {@link #start} until {@link #close}. Nodes that share a store
 * each run one. With nothing to do it waits, but for a look every half minute for what a node left behind that is gone.
 * Does not close the transports.
 */
public final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Store store;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Deliveries deliveries;
    private @Nullable Thread thread;
    private volatile boolean stopping;

    /** A courier, at rest. */
    public Courier(Store store, Outbox outbox, Transports transports, InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
        this.deliveries = new Deliveries(store, outbox, transports, clock);
    }

    /** Begins to deliver, on a virtual thread of its own; a second call does nothing. */
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("courier").start(this::run);
        }
    }

    /**
     * Delivers everything that is due now, on the caller's thread, and returns when it is done: messages for the inbox
     * that were committed before the call are there afterwards. May be called at any time, also while the courier runs.
     * Passes on what the store throws.
     */
    public void deliverDue() {
        beginDue();
        deliveries.await();
    }

    private void beginDue() {
        boolean more = true;
        while (more && !stopping) {
            more = deliveries.deliverBatch();
        }
    }

    /**
     * Stops after the messages that are being sent, within about three seconds; what is not sent stays queued. The store
     * and the transports are closed afterwards.
     */
    @Override
    public void close() {
        stopping = true;
        deliveries.stop();
        outbox.wake();
        Thread running = running();
        if (running != null) {
            end(running);
        }
        deliveries.close();
    }

    private static void end(Thread running) {
        try {
            if (!running.join(GRACE)) {
                running.interrupt();
                running.join(AFTER_FAILURE);
            }
        } catch (InterruptedException inAHurry) {
            running.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Thread running() {
        return thread;
    }

    private void run() {
        try {
            takeOver();
            while (!stopping) {
                outbox.await(deliver());
            }
        } catch (InterruptedException stop) {
            LOG.debug("The courier was interrupted");
        }
    }

    /** What a process that was killed had begun to send need not wait for the end of its lease, if nobody else can have it. */
    void takeOver() {
        if (!store.isExclusive()) {
            return;
        }
        try {
            store.write(tx -> OutboxTable.releaseAll(tx, clock.instant()));
        } catch (RuntimeException failure) {
            LOG.warn("Messages that were being sent when the server ended wait for a minute", failure);
        }
    }

    /** Begins to deliver what is due and says how long to wait for more. A courier outlives every failure. */
    private Duration deliver() {
        try {
            beginDue();
            Instant next = store.read(OutboxTable::nextDue);
            return next == null ? LONGEST_WAIT : bounded(Duration.between(clock.instant(), next));
        } catch (RuntimeException failure) {
            if (!stopping) {
                LOG.error("Messages could not be delivered; trying again soon", failure);
            }
            return AFTER_FAILURE;
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            return LONGEST_WAIT;
        }
        return wait.isPositive() ? wait : Duration.ofMillis(1);
    }
}
