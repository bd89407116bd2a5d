package dev.cognate.users;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Tx;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The table {@code pending_attributes}: addresses that wait to be verified before they replace the old ones. */
final class PendingTable {
    private PendingTable() {}

    /** The address that waits, null for none. */
    static @Nullable String find(Tx tx, PoolId pool, Sub sub, Address address) {
        return tx.first(
                "SELECT value FROM pending_attributes WHERE pool_id = ? AND sub = ? AND attribute = ?",
                row -> row.string(1),
                pool.value(),
                sub.value(),
                address.attribute());
    }

    /** Lets an address wait, in place of one that did. */
    static void put(Tx tx, PoolId pool, Sub sub, Address address, String value, Instant now) {
        tx.update("""
                INSERT INTO pending_attributes (pool_id, sub, attribute, value, created_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (pool_id, sub, attribute) DO UPDATE SET
                    value = excluded.value, created_at = excluded.created_at""", pool.value(), sub.value(), address.attribute(), value, now);
    }

    /** Lets the address wait no more; false when none did. */
    static boolean delete(Tx tx, PoolId pool, Sub sub, Address address) {
        return tx.update(
                        "DELETE FROM pending_attributes WHERE pool_id = ? AND sub = ? AND attribute = ?",
                        pool.value(),
                        sub.value(),
                        address.attribute())
                > 0;
    }

    static void deleteAll(Tx tx, PoolId pool, Sub sub) {
        tx.update("DELETE FROM pending_attributes WHERE pool_id = ? AND sub = ?", pool.value(), sub.value());
    }
}
