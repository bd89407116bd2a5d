package dev.cognate.messaging;

import dev.cognate.crypto.KeyRing;
import dev.cognate.store.Tx;
import dev.cognate.wire.fault.LimitExceededException;
import dev.cognate.wire.model.DeliveryMediumType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The messages that still have to be delivered, in the store. Adding one is part of the transaction that makes it
 * necessary. What is for the inbox, a table of the same store, is delivered by that transaction: there is nothing to wait
 * for. Safe for use by many threads.
 */
public final class Outbox {
    private final SealedMessages sealed;
    private final Transports transports;
    private final int dailyEmails;
    private final Semaphore bell = new Semaphore(0);

    /**
     * An outbox.
     *
     * @param keys seals the messages
     * @param transports which way messages take
     * @param dailyEmails how many emails the default sender takes a day, over all pools (50 in the service); 0 for no
     *     limit. Reference: lifecycle A12
     */
    public Outbox(KeyRing keys, Transports transports, int dailyEmails) {
        this.transports = transports;
        this.sealed = new SealedMessages(keys);
        this.dailyEmails = dailyEmails;
    }

    /**
     * A message under its seal, ready to be added.
     *
     * @param message the message
     * @param bytes the same, sealed
     */
    public record Sealed(Message message, byte[] bytes) {

        /** Only what is neither secret nor personal. */
        @Override
        public String toString() {
            return "Sealed" + message;
        }
    }

    /** Seals a message. It takes time that no transaction should wait for, so it is done before. */
    public Sealed seal(Message message) {
        return new Sealed(message, sealed.seal(message));
    }

    /**
     * Adds a message. One for the inbox is there with the commit, any other is delivered once the transaction is committed
     * and the courier {@linkplain #committed told}.
     *
     * <p>A decoy counts against the daily limit as the message would whose place it takes: else the last email of a day
     * would tell which of two names belongs to a user.
     *
     * @throws LimitExceededException the default sender has taken all emails of this day; the transaction must not be
     *     committed
     */
    public void add(Tx tx, Sealed ready) {
        Message message = ready.message();
        if (dailyEmails > 0
                && message.medium() == DeliveryMediumType.EMAIL
                && !message.mailSender().ownAccount()
                && message.sending() == null
                && !DailyEmails.count(tx, message.createdAt(), dailyEmails)) {
            throw new LimitExceededException(Texts.DAILY_LIMIT);
        }
        if (isForInbox(message)) {
            transports.inbox().put(tx, List.of(ready), message.createdAt());
        } else {
            OutboxTable.insert(tx, message, ready.bytes());
        }
    }

    /** Tells that a message was added and committed. Costs next to nothing. */
    public void committed(Sealed ready) {
        if (!isForInbox(ready.message()) || transports.inbox().arrived(1)) {
            wake();
        }
    }

    /** A decoy never is: it goes the way of a message that leaves, and costs as much. */
    private boolean isForInbox(Message message) {
        return !message.isDecoy() && transports.of(message) == null;
    }

    /** Wakes the courier; one that is awake looks again. */
    void wake() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    /** Waits until somebody wakes the courier, at most for the given time. */
    void await(Duration most) throws InterruptedException {
        if (bell.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }

    SealedMessages sealed() {
        return sealed;
    }
}
