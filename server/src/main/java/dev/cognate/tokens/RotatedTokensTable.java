package dev.cognate.tokens;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Tx;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code rotated_tokens}. */
final class RotatedTokensTable {
    private RotatedTokensTable() {}

    record Key(String pool, String sub, String token) {}

    /** Says that a token was exchanged, unless it was already; returns whether this was the first time. */
    static boolean insert(Tx tx, RefreshToken token, Instant goodUntil) {
        return tx.update("""
                        INSERT INTO rotated_tokens (pool_id, sub, token_id, good_until, expires_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", token.pool().value(), token.sub().value(), token.id(), goodUntil, token.expires()) > 0;
    }

    /** Until when an exchanged token may be used again, null for one that was not exchanged. */
    static @Nullable Instant goodUntil(Tx tx, RefreshToken token) {
        return tx.first(
                "SELECT good_until FROM rotated_tokens WHERE pool_id = ? AND sub = ? AND token_id = ?",
                row -> row.instant(1),
                token.pool().value(),
                token.sub().value(),
                token.id());
    }

    static List<Key> expired(Tx tx, Instant now, int most) {
        return tx.list(
                "SELECT pool_id, sub, token_id FROM rotated_tokens WHERE expires_at < ? LIMIT ?",
                row -> new Key(row.string(1), row.string(2), row.string(3)),
                now,
                most);
    }

    static void delete(Tx tx, Key key) {
        tx.update(
                "DELETE FROM rotated_tokens WHERE pool_id = ? AND sub = ? AND token_id = ?",
                key.pool,
                key.sub,
                key.token);
    }

    static void deleteOf(Tx tx, PoolId pool, Sub sub) {
        tx.update("DELETE FROM rotated_tokens WHERE pool_id = ? AND sub = ?", pool.value(), sub.value());
    }
}
