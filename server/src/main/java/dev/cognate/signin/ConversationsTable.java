package dev.cognate.signin;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Tx;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code conversations}: one row for what a sign-in under way keeps in the store, sealed. */
final class ConversationsTable {
    /** What every row is sealed for, or it could not be sealed anew: one column has one purpose. */
    static final String PURPOSE = "custom-sign-in";

    private ConversationsTable() {}

    record Key(String pool, String sub, String id) {
        Key(PoolId pool, Sub sub, String id) {
            this(pool.value(), sub.value(), id);
        }
    }

    static void save(Tx tx, Key key, byte[] sealed, Instant until) {
        tx.update("""
                INSERT INTO conversations (pool_id, sub, conversation_id, sealed, expires_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (pool_id, sub, conversation_id)
                DO UPDATE SET sealed = excluded.sealed, expires_at = excluded.expires_at\
                """, key.pool, key.sub, key.id, sealed, until);
    }

    static byte @Nullable [] find(Tx tx, Key key) {
        return tx.first(
                "SELECT sealed FROM conversations WHERE pool_id = ? AND sub = ? AND conversation_id = ?",
                row -> row.bytes(1),
                key.pool,
                key.sub,
                key.id);
    }

    static void deleteAll(Tx tx, PoolId pool, Sub sub) {
        tx.update("DELETE FROM conversations WHERE pool_id = ? AND sub = ?", pool.value(), sub.value());
    }

    static List<Key> expired(Tx tx, Instant now, int most) {
        return tx.list("""
                SELECT pool_id, sub, conversation_id FROM conversations WHERE expires_at <= ?
                ORDER BY expires_at LIMIT ?\
                """, row -> new Key(row.string(1), row.string(2), row.string(3)), now, most);
    }

    static void deleteExpired(Tx tx, Key key, Instant now) {
        tx.update(
                "DELETE FROM conversations WHERE pool_id = ? AND sub = ? AND conversation_id = ? AND expires_at <= ?",
                key.pool,
                key.sub,
                key.id,
                now);
    }
}
