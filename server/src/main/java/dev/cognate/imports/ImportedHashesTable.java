package dev.cognate.imports;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.ManyRows;
import dev.cognate.store.Tx;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code imported_hashes}. */
final class ImportedHashesTable {
    private ImportedHashesTable() {}

    /** A hash of a user. */
    record Kept(Sub sub, byte[] sealed) {}

    static void insertAll(Tx tx, PoolId pool, List<Kept> hashes) {
        ManyRows.insert(
                tx,
                "imported_hashes (pool_id, sub, sealed)",
                hashes.stream()
                        .map(each ->
                                new @Nullable Object[] {pool.value(), each.sub().value(), each.sealed()})
                        .toList());
    }

    static byte @Nullable [] find(Tx tx, PoolId pool, Sub sub) {
        return tx.first(
                "SELECT sealed FROM imported_hashes WHERE pool_id = ? AND sub = ?",
                row -> row.bytes(1),
                pool.value(),
                sub.value());
    }

    /** Deletes the hash of a user; false when there was none. */
    static boolean delete(Tx tx, PoolId pool, Sub sub) {
        return tx.update("DELETE FROM imported_hashes WHERE pool_id = ? AND sub = ?", pool.value(), sub.value()) > 0;
    }
}
