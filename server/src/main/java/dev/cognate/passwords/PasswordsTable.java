package dev.cognate.passwords;

import dev.cognate.directory.KeptPassword;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Tx;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables {@code former_passwords} and {@code temporary_passwords}. */
final class PasswordsTable {
    private PasswordsTable() {}

    /** The newest passwords that a user had before the present one. */
    static List<KeptPassword> former(Tx tx, PoolId pool, Sub sub, int most) {
        return tx.list("""
                SELECT verifier FROM former_passwords WHERE pool_id = ? AND sub = ?
                ORDER BY password_id DESC LIMIT ?""", row -> new KeptPassword(row.bytes(1)), pool.value(), sub.value(), most);
    }

    static void addFormer(Tx tx, PoolId pool, Sub sub, String id, KeptPassword password) {
        tx.update(
                "INSERT INTO former_passwords (pool_id, sub, password_id, verifier) VALUES (?, ?, ?, ?)",
                pool.value(),
                sub.value(),
                id,
                password.sealed());
    }

    /** Forgets all but the newest. */
    static void trimFormer(Tx tx, PoolId pool, Sub sub, int kept) {
        tx.update("""
                DELETE FROM former_passwords WHERE pool_id = ? AND sub = ? AND password_id NOT IN (
                    SELECT password_id FROM former_passwords WHERE pool_id = ? AND sub = ?
                    ORDER BY password_id DESC LIMIT ?)""", pool.value(), sub.value(), pool.value(), sub.value(), kept);
    }

    static void setTemporary(Tx tx, PoolId pool, Sub sub, Instant expiresAt) {
        tx.update("""
                INSERT INTO temporary_passwords (pool_id, sub, expires_at) VALUES (?, ?, ?)
                ON CONFLICT (pool_id, sub) DO UPDATE SET expires_at = excluded.expires_at""", pool.value(), sub.value(), expiresAt);
    }

    /** When the user's temporary password expires, null when the password is no temporary one. */
    static @Nullable Instant temporaryUntil(Tx tx, PoolId pool, Sub sub) {
        return tx.first(
                "SELECT expires_at FROM temporary_passwords WHERE pool_id = ? AND sub = ?",
                row -> row.instant(1),
                pool.value(),
                sub.value());
    }

    static void deleteTemporary(Tx tx, PoolId pool, Sub sub) {
        tx.update("DELETE FROM temporary_passwords WHERE pool_id = ? AND sub = ?", pool.value(), sub.value());
    }
}
