package dev.cognate.mfa;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Tx;
import org.jspecify.annotations.Nullable;

/** The table {@code software_tokens}. */
final class SoftwareTokensTable {
    private SoftwareTokensTable() {}

    static @Nullable SoftwareToken find(Tx tx, PoolId pool, Sub sub) {
        return tx.first(
                "SELECT pending, verified, name, last_step FROM software_tokens WHERE pool_id = ? AND sub = ?",
                row -> new SoftwareToken(
                        row.nullableBytes(1), row.nullableBytes(2), row.nullableString(3), row.number(4)),
                pool.value(),
                sub.value());
    }

    /** Keeps a seed that was handed out, beside the verified one. */
    static void putPending(Tx tx, PoolId pool, Sub sub, byte[] sealed) {
        tx.update("""
                INSERT INTO software_tokens (pool_id, sub, pending, last_step) VALUES (?, ?, ?, -1)
                ON CONFLICT (pool_id, sub) DO UPDATE SET pending = excluded.pending""", pool.value(), sub.value(), sealed);
    }

    /** Makes the pending seed the verified one, of which the code of a step was used. */
    static void verify(Tx tx, PoolId pool, Sub sub, @Nullable String name, long step) {
        tx.update("""
                UPDATE software_tokens SET verified = pending, pending = NULL, name = ?, last_step = ?
                WHERE pool_id = ? AND sub = ? AND pending IS NOT NULL""", name, step, pool.value(), sub.value());
    }

    /**
     * Uses up the code of a step, and with it those of all steps before.
     *
     * @return false when it was used up already
     */
    static boolean use(Tx tx, PoolId pool, Sub sub, long step) {
        return tx.update(
                        "UPDATE software_tokens SET last_step = ? WHERE pool_id = ? AND sub = ? AND last_step < ?",
                        step,
                        pool.value(),
                        sub.value(),
                        step)
                > 0;
    }

    static void delete(Tx tx, PoolId pool, Sub sub) {
        tx.update("DELETE FROM software_tokens WHERE pool_id = ? AND sub = ?", pool.value(), sub.value());
    }
}
