package dev.cognate.transfer;

import org.jspecify.annotations.Nullable;

/**
 * A row on its way into the store.
 *
 * @param kept the table
 * @param values the values of its columns as the store has them, secrets sealed by the key ring
 */
record PoolRow(Kept kept, @Nullable Object[] values) {

    /** The table and the keys; values may be secret or personal. */
    @Override
    public String toString() {
        return "PoolRow[" + kept + "]";
    }
}
