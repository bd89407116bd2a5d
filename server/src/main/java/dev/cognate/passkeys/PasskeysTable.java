package dev.cognate.passkeys;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code passkeys}. */
final class PasskeysTable {
    private static final String SELECT = """
            SELECT pool_id, sub, credential_id, rp_id, credential, sign_count, backup_eligible, attachment, transports,
                name, created_at
            FROM passkeys
            """;

    private PasskeysTable() {}

    /** Adds a passkey; false when its id is taken in the pool. */
    static boolean insert(Tx tx, Passkey passkey) {
        return tx.update(
                        """
                        INSERT INTO passkeys (pool_id, sub, credential_id, rp_id, credential, sign_count,
                            backup_eligible, attachment, transports, name, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                        passkey.pool().value(),
                        passkey.sub().value(),
                        passkey.id(),
                        passkey.relyingParty(),
                        passkey.credential(),
                        passkey.signCount(),
                        passkey.backupEligible(),
                        passkey.attachment(),
                        String.join(",", passkey.transports()),
                        passkey.name(),
                        passkey.created())
                > 0;
    }

    static @Nullable Passkey find(Tx tx, PoolId pool, String id) {
        return tx.first(SELECT + "WHERE pool_id = ? AND credential_id = ?", PasskeysTable::read, pool.value(), id);
    }

    /** All passkeys of a user, oldest first; there are at most twenty. */
    static List<Passkey> of(Tx tx, PoolId pool, Sub sub) {
        return tx.list(
                SELECT + "WHERE pool_id = ? AND sub = ? ORDER BY created_at, credential_id",
                PasskeysTable::read,
                pool.value(),
                sub.value());
    }

    /**
     * Raises the counter of a passkey.
     *
     * @return false when it is not lower, which tells of a copy; an authenticator that does not count stays at 0
     */
    static boolean count(Tx tx, Passkey passkey, long signCount) {
        return tx.update(
                        """
                        UPDATE passkeys SET sign_count = ? WHERE pool_id = ? AND credential_id = ? AND sub = ?
                            AND (sign_count < ? OR (sign_count = 0 AND ? = 0))""",
                        signCount,
                        passkey.pool().value(),
                        passkey.id(),
                        passkey.sub().value(),
                        signCount,
                        signCount)
                > 0;
    }

    static boolean delete(Tx tx, PoolId pool, Sub sub, String id) {
        return tx.update(
                        "DELETE FROM passkeys WHERE pool_id = ? AND credential_id = ? AND sub = ?",
                        pool.value(),
                        id,
                        sub.value())
                > 0;
    }

    static void deleteAll(Tx tx, PoolId pool, Sub sub) {
        tx.update("DELETE FROM passkeys WHERE pool_id = ? AND sub = ?", pool.value(), sub.value());
    }

    private static Passkey read(Row row) {
        String transports = row.string(9);
        return new Passkey(
                new PoolId(row.string(1)),
                new Sub(row.string(2)),
                row.string(3),
                row.string(4),
                row.bytes(5),
                row.number(6),
                row.bool(7),
                row.nullableString(8),
                transports.isEmpty() ? List.of() : List.of(transports.split(",", -1)),
                row.string(10),
                row.instant(11));
    }
}
