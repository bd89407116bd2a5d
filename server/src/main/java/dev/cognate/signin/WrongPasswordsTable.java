package dev.cognate.signin;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Tx;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code wrong_passwords}: one row for each user, or name without one, that was tried in vain. */
final class WrongPasswordsTable {
    private WrongPasswordsTable() {}

    record Key(PoolId pool, Sub sub) {}

    /** So many wrong tries in a row, the last of them then. */
    record Tries(int number, Instant last) {}

    static @Nullable Tries find(Tx tx, Key key) {
        return tx.first(
                "SELECT tries, last_at FROM wrong_passwords WHERE pool_id = ? AND subject = ?",
                row -> new Tries((int) row.number(1), row.instant(2)),
                key.pool.value(),
                key.sub.value());
    }

    static void save(Tx tx, Key key, Tries tries) {
        tx.update("""
                INSERT INTO wrong_passwords (pool_id, subject, tries, last_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (pool_id, subject) DO UPDATE SET tries = excluded.tries, last_at = excluded.last_at\
                """, key.pool.value(), key.sub.value(), tries.number, tries.last);
    }

    static void delete(Tx tx, Key key) {
        tx.update("DELETE FROM wrong_passwords WHERE pool_id = ? AND subject = ?", key.pool.value(), key.sub.value());
    }

    static List<Key> untouchedSince(Tx tx, Instant time, int most) {
        return tx.list(
                "SELECT pool_id, subject FROM wrong_passwords WHERE last_at <= ? ORDER BY last_at LIMIT ?",
                row -> new Key(new PoolId(row.string(1)), new Sub(row.string(2))),
                time,
                most);
    }

    static void deleteUntouched(Tx tx, Key key, Instant time) {
        tx.update(
                "DELETE FROM wrong_passwords WHERE pool_id = ? AND subject = ? AND last_at <= ?",
                key.pool.value(),
                key.sub.value(),
                time);
    }
}
