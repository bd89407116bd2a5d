package dev.cognate.front;

import dev.cognate.store.Store;

/** The question whether the store answers at all. */
final class StoreProbe {
    private final Store store;

    StoreProbe(Store store) {
        this.store = store;
    }

    /**
     * Whether a query gives what it must.
     *
     * @throws RuntimeException the store fails
     */
    boolean answers() {
        Long one = store.read(tx -> tx.first("SELECT 1", row -> row.number(1)));
        return one != null && one == 1;
    }
}
