package dev.cognate.signin;

import dev.cognate.store.Tx;
import java.time.Instant;
import java.util.List;

/** The table {@code used_sessions}: one row for each session that was answered. */
final class UsedSessionsTable {
    private UsedSessionsTable() {}

    record Key(String pool, String session) {}

    static boolean contains(Tx tx, Session session) {
        return tx.first(
                        "SELECT 1 FROM used_sessions WHERE pool_id = ? AND session_id = ?",
                        row -> row.number(1),
                        session.pool().value(),
                        session.id())
                != null;
    }

    /** False when it is there already. */
    static boolean insert(Tx tx, Session session) {
        return tx.update("""
                INSERT INTO used_sessions (pool_id, session_id, expires_at) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING\
                """, session.pool().value(), session.id(), session.expires()) == 1;
    }

    static List<Key> expired(Tx tx, Instant now, int most) {
        return tx.list(
                "SELECT pool_id, session_id FROM used_sessions WHERE expires_at <= ? ORDER BY expires_at LIMIT ?",
                row -> new Key(row.string(1), row.string(2)),
                now,
                most);
    }

    static void delete(Tx tx, Key key) {
        tx.update("DELETE FROM used_sessions WHERE pool_id = ? AND session_id = ?", key.pool, key.session);
    }
}
