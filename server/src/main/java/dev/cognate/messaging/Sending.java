package dev.cognate.messaging;

import dev.cognate.messaging.Delivery.Deferred;
import dev.cognate.messaging.Delivery.Delivered;
import dev.cognate.messaging.Delivery.Misconfigured;
import dev.cognate.messaging.Delivery.Refused;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends leased messages by their transports, several at a time, and writes down what came of each at once. A message that
 * takes long takes one place; the others go on.
 */
final class Sending implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    /** How many messages are under way at once. */
    private static final int PLACES = 32;

    /** How many places must be free before more messages are leased: a transaction for each would cost more than it gains. */
    private static final int WORTH_A_LEASE = 8;

    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    /** How long a lease lasts: after that anybody may send the message, should its holder be gone. */
    static final Duration LEASE = Duration.ofSeconds(60);

    /** How much of a lease must be left to begin: what would not be sent within it is given back. */
    private static final Duration ENOUGH = Duration.ofSeconds(30);

    private final Store store;
    private final Transports transports;
    private final InstantSource clock;
    private final Runnable dueAgain;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("courier-", 0).factory());
    private final Semaphore places = new Semaphore(PLACES, true);
    private volatile boolean stopping;

    /**
     * Sends what it is given.
     *
     * @param dueAgain told when a message was not sent and waits for another attempt
     */
    Sending(Store store, Transports transports, InstantSource clock, Runnable dueAgain) {
        this.store = store;
        this.transports = transports;
        this.clock = clock;
        this.dueAgain = dueAgain;
    }

    /** Waits until it is worth leasing messages, and says how many; none once it is {@linkplain #stop stopped}. */
    int room() {
        places.acquireUninterruptibly(WORTH_A_LEASE);
        places.release(WORTH_A_LEASE);
        return stopping ? 0 : Math.max(WORTH_A_LEASE, places.availablePermits());
    }

    /** Begins to send the messages, and does not wait for what comes of them. */
    void send(List<Opened> messages, Instant lease) {
        for (Opened each : messages) {
            places.acquireUninterruptibly();
            threads.execute(() -> {
                try {
                    sendOne(each, lease);
                } finally {
                    places.release();
                }
            });
        }
    }

    /** Waits until each message that is under way is settled. */
    void await() {
        places.acquireUninterruptibly(PLACES);
        places.release(PLACES);
    }

    /** Begins no more; whoever waits for room need not wait. */
    void stop() {
        stopping = true;
        places.release(PLACES);
    }

    /** Waits a moment for the messages under way, and interrupts those that take longer. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
                var _ = threads.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException inAHurry) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void sendOne(Opened opened, Instant lease) {
        try {
            if (stopping || clock.instant().plus(ENOUGH).isAfter(lease)) {
                store.write(tx -> OutboxTable.release(tx, opened.id(), lease, clock.instant()));
                dueAgain.run();
                return;
            }
            Transport transport = Objects.requireNonNull(transports.of(opened.message()));
            settle(opened, lease, transport.send(opened.message()));
        } catch (RuntimeException failure) {
            // The lease brings the message back; sending it twice is better than losing it.
            LOG.error("The message {} is left to the end of its lease", opened.id(), failure);
        }
    }

    private void settle(Opened opened, Instant lease, Delivery delivery) {
        switch (delivery) {
            case Delivered() -> delivered(opened);
            case Deferred(String error) -> defer(opened, lease, Trouble.OTHER, error);
            case Misconfigured(Trouble trouble, String error) -> defer(opened, lease, trouble, error);
            case Refused(String error, Trouble trouble) -> fail(opened, trouble, error);
        }
    }

    private void delivered(Opened opened) {
        store.write(tx -> {
            DeliveryFailuresTable.delete(
                    tx, opened.message().pool(), opened.message().medium());
            return OutboxTable.delivered(tx, opened.id());
        });
    }

    private void defer(Opened opened, Instant lease, Trouble trouble, String error) {
        Duration wait = Retries.waitAfter(opened.due().attempts() + 1);
        if (wait == null) {
            fail(opened, trouble, error);
            return;
        }
        LOG.warn("The message {} waits for another attempt: {}", opened.id(), error);
        Instant due = clock.instant().plus(wait);
        store.write(tx -> {
            note(tx, opened, trouble, error);
            return OutboxTable.defer(tx, opened.id(), lease, due, error);
        });
        dueAgain.run();
    }

    private void fail(Opened opened, @Nullable Trouble trouble, String error) {
        LOG.error("The message {} cannot be delivered and is a dead letter: {}", opened.id(), error);
        store.write(tx -> {
            note(tx, opened, trouble, error);
            return OutboxTable.fail(tx, opened.id(), error);
        });
    }

    /** Writes down what is wrong with the pool's way out; what is only wrong with one address says nothing of that. */
    private void note(Tx tx, Opened opened, @Nullable Trouble trouble, String error) {
        if (trouble != null) {
            DeliveryFailuresTable.put(tx, opened.message(), trouble, error, clock.instant());
        }
    }
}
