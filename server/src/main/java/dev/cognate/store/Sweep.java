package dev.cognate.store;

import java.util.List;

/**
 * Clears away rows that are over, some at a time. The search, which may pass over a million rows, runs beside the writer,
 * which then deletes by key.
 *
 * @param <K> the key of a row
 * @param stale finds rows that are over
 * @param removal removes one; where it may have come to life meanwhile, only if it has not
 */
public record Sweep<K>(Search<K> stale, Removal<K> removal) {
    private static final int AT_ONCE = 1_000;

    /** Finds the keys of rows that are over. */
    @FunctionalInterface
    public interface Search<K> {

        /** So many of them at most. */
        List<K> find(Tx tx, int most);
    }

    /** Removes a row. */
    @FunctionalInterface
    public interface Removal<K> {
        void remove(Tx tx, K key);
    }

    /** Clears all of them away; returns how many there were. */
    public int in(Store store) {
        int swept = 0;
        List<K> found;
        do {
            found = store.read(tx -> stale.find(tx, AT_ONCE));
            List<K> batch = found;
            store.write(tx -> {
                batch.forEach(key -> removal.remove(tx, key));
                return batch;
            });
            swept += batch.size();
        } while (found.size() == AT_ONCE);
        return swept;
    }
}
