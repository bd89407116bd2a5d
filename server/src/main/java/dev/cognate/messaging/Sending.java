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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends leased messages by their transports, several at a time, and writes down what came of each at once. */
final class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    /** How many messages are leased at once. */
    static final int BATCH = 32;

    /** How long a lease lasts: after that anybody may send the message, should its holder be gone. */
    static final Duration LEASE = Duration.ofSeconds(60);

    /** How much of a lease must be left to begin: what would not be sent within it is given back. */
    private static final Duration ENOUGH = Duration.ofSeconds(30);

    private final Store store;
    private final Transports transports;
    private final InstantSource clock;
    private volatile boolean stopping;

    Sending(Store store, Transports transports, InstantSource clock) {
        this.store = store;
        this.transports = transports;
        this.clock = clock;
    }

    /** Sends the messages and returns when each is settled. */
    void send(List<Opened> messages, Instant lease) {
        if (messages.isEmpty()) {
            return;
        }
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("courier-", 0).factory())) {
            messages.forEach(each -> threads.execute(() -> sendOne(each, lease)));
        }
    }

    void stop() {
        stopping = true;
    }

    private void sendOne(Opened opened, Instant lease) {
        try {
            if (stopping || clock.instant().plus(ENOUGH).isAfter(lease)) {
                store.write(tx -> OutboxTable.release(tx, opened.id(), lease, clock.instant()));
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
