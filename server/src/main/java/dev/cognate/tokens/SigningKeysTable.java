package dev.cognate.tokens;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The table {@code signing_keys}. */
final class SigningKeysTable {
    /** The use of the key whose certificate identity providers know; the others are those of {@link TokenUse}. */
    static final String SAML = "saml";

    private SigningKeysTable() {}

    /** The sealed key, null when there is none yet. */
    static byte @Nullable [] find(Tx tx, PoolId pool, String use) {
        return tx.first(
                "SELECT sealed FROM signing_keys WHERE pool_id = ? AND token_use = ?",
                row -> row.bytes(1),
                pool.value(),
                use);
    }

    /** Puts another key in the place of one. */
    static void replace(Tx tx, PoolId pool, String use, byte[] sealed, Instant now) {
        tx.update(
                "UPDATE signing_keys SET sealed = ?, created_at = ? WHERE pool_id = ? AND token_use = ?",
                sealed,
                now,
                pool.value(),
                use);
    }

    /** When the key was made; null when there is none. */
    static @Nullable Instant created(Tx tx, PoolId pool, String use) {
        return tx.first(
                "SELECT created_at FROM signing_keys WHERE pool_id = ? AND token_use = ?",
                row -> row.instant(1),
                pool.value(),
                use);
    }

    /** Adds a key, unless there is one. */
    static void insert(Tx tx, PoolId pool, String use, byte[] sealed, Instant now) {
        tx.update("""
                INSERT INTO signing_keys (pool_id, token_use, sealed, created_at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING""", pool.value(), use, sealed, now);
    }
}
