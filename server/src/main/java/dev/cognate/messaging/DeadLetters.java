package dev.cognate.messaging;

import dev.cognate.store.Store;
import java.time.InstantSource;
import java.util.List;

/** The messages that could not be delivered, for an operator to look at. Safe for use by many threads. */
public final class DeadLetters {
    private final Store store;
    private final InstantSource clock;

    /** The dead letters of a store. */
    public DeadLetters(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The newest of them, at most as many as asked for. */
    public List<DeadLetter> list(int most) {
        return store.read(tx -> OutboxTable.failed(tx, most));
    }

    /**
     * Has one delivered anew, with all attempts before it, when a courier looks next: within half a minute. False when
     * there is none of that id.
     */
    public boolean retry(String id) {
        return store.write(tx -> OutboxTable.retry(tx, id, clock.instant()));
    }

    /** Removes one for good; false when there is none of that id. */
    public boolean drop(String id) {
        return store.write(tx -> OutboxTable.drop(tx, id));
    }
}
