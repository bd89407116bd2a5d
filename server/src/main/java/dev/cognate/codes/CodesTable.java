package dev.cognate.codes;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import java.time.Instant;
import java.util.List;

/** The table {@code codes}. */
final class CodesTable {
    private static final String SELECT = """
            SELECT hash, attribute, expires_at, sends, tries FROM codes
            WHERE pool_id = ? AND subject = ? AND kind = ?""";

    private static final String UPSERT = """
            INSERT INTO codes (pool_id, subject, kind, hash, attribute, expires_at, sends, tries, touched_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (pool_id, subject, kind) DO UPDATE SET
                hash = excluded.hash, attribute = excluded.attribute, expires_at = excluded.expires_at,
                sends = excluded.sends, tries = excluded.tries, touched_at = excluded.touched_at""";

    private CodesTable() {}

    static CodeRow find(Tx tx, CodeKey key) {
        CodeRow row = tx.first(
                SELECT,
                CodesTable::read,
                key.pool().value(),
                key.subject(),
                key.kind().name());
        return row == null ? CodeRow.NONE : row;
    }

    static void save(Tx tx, CodeKey key, CodeRow row, Instant now) {
        tx.update(
                UPSERT,
                key.pool().value(),
                key.subject(),
                key.kind().name(),
                row.hash(),
                row.attribute(),
                row.expiresAt(),
                row.sends().encode(),
                row.tries().encode(),
                now);
    }

    static void deleteOf(Tx tx, String pool, String subject) {
        tx.update("DELETE FROM codes WHERE pool_id = ? AND subject = ?", pool, subject);
    }

    /** At most so many keys of rows in which nothing counts any more. */
    static List<CodeKey> stale(Tx tx, Instant untouchedSince, Instant now, int most) {
        return tx.list(
                """
                SELECT pool_id, subject, kind FROM codes
                WHERE touched_at < ? AND (expires_at IS NULL OR expires_at < ?) LIMIT ?""",
                row -> new CodeKey(new PoolId(row.string(1)), row.string(2), CodeKind.valueOf(row.string(3))),
                untouchedSince,
                now,
                most);
    }

    /** Deletes a row, unless it was touched meanwhile. */
    static void deleteStale(Tx tx, CodeKey key, Instant untouchedSince) {
        tx.update(
                "DELETE FROM codes WHERE pool_id = ? AND subject = ? AND kind = ? AND touched_at < ?",
                key.pool().value(),
                key.subject(),
                key.kind().name(),
                untouchedSince);
    }

    private static CodeRow read(Row row) {
        return new CodeRow(
                row.nullableBytes(1),
                row.nullableString(2),
                row.nullableInstant(3),
                LastHour.decode(row.string(4)),
                LastHour.decode(row.string(5)));
    }
}
