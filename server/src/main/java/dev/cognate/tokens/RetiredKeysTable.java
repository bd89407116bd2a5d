package dev.cognate.tokens;

import dev.cognate.crypto.RsaKey;
import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;
import java.time.Instant;
import java.util.List;

/** The table {@code retired_keys}. */
final class RetiredKeysTable {
    private RetiredKeysTable() {}

    static void insert(Tx tx, PoolId pool, RetiredKey key, Instant expires) {
        tx.update(
                """
                INSERT INTO retired_keys (pool_id, key_id, token_use, public_key, expires_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""", pool.value(), key.id(), key.use().claim(), key.publicKey().getEncoded(), expires);
    }

    /** Those that are still needed, the one that goes last first. */
    static List<RetiredKey> list(Tx tx, PoolId pool, Instant now) {
        return tx.list(
                """
                SELECT token_use, public_key FROM retired_keys WHERE pool_id = ? AND expires_at > ?
                ORDER BY expires_at DESC, key_id""",
                row -> new RetiredKey(TokenUse.of(row.string(1)), RsaKey.publicKey(row.bytes(2))),
                pool.value(),
                now);
    }

    /** Forgets those that are not needed any more; returns how many. */
    static int deleteExpired(Tx tx, Instant now) {
        return tx.update("DELETE FROM retired_keys WHERE expires_at <= ?", now);
    }
}
