package dev.cognate.messaging;

import dev.cognate.crypto.KeyRing;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Messages to read in place of receiving them: what the default transport delivers to. Holds about the newest so many;
 * older ones are cleared away now and then. Safe for use by many threads.
 */
public final class Inbox {
    /** How many messages are kept where nothing else is configured. */
    public static final int DEFAULT_CAPACITY = 100_000;

    /** How many messages may arrive between two looks at the size: looking costs a walk over what is kept. */
    private static final int ARRIVALS_BETWEEN_TRIMS = 10_000;

    /** How many messages one transaction clears away: few enough not to hold up others. */
    private static final int CLEARED_AT_ONCE = 500;

    private final Store store;
    private final SealedMessages sealed;
    private final int capacity;
    private final AtomicLong arrivals = new AtomicLong(ARRIVALS_BETWEEN_TRIMS); // the first arrival looks

    /**
     * An inbox.
     *
     * @param keys opens the messages; the ring of the {@link Outbox}
     * @param capacity how many messages are kept; at times there are ten thousand more
     */
    public Inbox(Store store, KeyRing keys, int capacity) {
        this.store = store;
        this.sealed = new SealedMessages(keys);
        this.capacity = capacity;
    }

    /** The messages that the query asks for, newest first. */
    public List<InboxMessage> list(InboxQuery query) {
        return store.read(tx -> InboxTable.list(tx, query)).stream()
                .map(this::open)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** One message, null when there is none of that id. */
    public @Nullable InboxMessage find(String id) {
        InboxTable.Arrived found = store.read(tx -> InboxTable.find(tx, id));
        return found == null ? null : open(found);
    }

    /** Deletes one message; false when there is none of that id. */
    public boolean delete(String id) {
        return store.write(tx -> InboxTable.delete(tx, id));
    }

    /** Deletes all messages that have arrived so far. */
    public void clear() {
        keepNewest(0);
    }

    /** Lets messages arrive, as part of a transaction. */
    void put(Tx tx, List<Outbox.Sealed> messages, Instant sentAt) {
        InboxTable.insert(tx, messages, sentAt);
    }

    /** Lets a message arrive that a transport was to send; a second time changes nothing. */
    void receive(Message message, Instant sentAt) {
        Outbox.Sealed ready = new Outbox.Sealed(message, sealed.seal(message));
        store.write(tx -> {
            put(tx, List.of(ready), sentAt);
            return true;
        });
        if (arrived(1)) {
            trim();
        }
    }

    /** Tells that messages have arrived, after the commit; true when it is time to {@linkplain #trim trim}. */
    boolean arrived(int count) {
        return arrivals.addAndGet(count) >= ARRIVALS_BETWEEN_TRIMS;
    }

    /** Clears old messages away if enough have arrived since the last time. */
    void trim() {
        if (arrivals.get() >= ARRIVALS_BETWEEN_TRIMS) {
            arrivals.set(0);
            keepNewest(capacity);
        }
    }

    private void keepNewest(int kept) {
        String last = store.read(tx -> InboxTable.newestBut(tx, kept));
        if (last == null) {
            return;
        }
        int deleted;
        do {
            deleted = store.write(tx -> InboxTable.deleteOldest(tx, last, CLEARED_AT_ONCE));
        } while (deleted == CLEARED_AT_ONCE);
    }

    private @Nullable InboxMessage open(InboxTable.Arrived arrived) {
        Message message = sealed.open(arrived.sealed());
        return message == null ? null : new InboxMessage(arrived.sentAt(), message);
    }
}
