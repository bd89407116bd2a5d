package dev.cognate.imports;

import dev.cognate.store.Tx;
import java.util.List;

/** The table {@code import_log}. */
final class LogTable {
    private LogTable() {}

    static void insert(Tx tx, JobKey job, long firstLine, String outcomes) {
        tx.update(
                "INSERT INTO import_log (pool_id, job_id, first_line, outcomes) VALUES (?, ?, ?, ?)",
                job.pool().value(),
                job.id(),
                firstLine,
                outcomes);
    }

    /** The rows behind a line, in order. */
    static List<Entry> page(Tx tx, JobKey job, long after, int most) {
        return tx.list(
                """
                SELECT first_line, outcomes FROM import_log WHERE pool_id = ? AND job_id = ? AND first_line > ?
                ORDER BY first_line LIMIT ?""", row -> new Entry(row.number(1), row.string(2)), job.pool().value(), job.id(), after, most);
    }

    /** What one transaction noted. */
    record Entry(long firstLine, String outcomes) {}
}
