package dev.cognate.imports;

import dev.cognate.store.Tx;
import java.util.List;

/** The table {@code import_log}. */
final class LogTable {
    private LogTable() {}

    /**
     * Adds what one transaction noted.
     *
     * @param place how many lines of the file were done before it, and one
     */
    static void insert(Tx tx, JobKey job, long place, String outcomes) {
        tx.update(
                "INSERT INTO import_log (pool_id, job_id, first_line, outcomes) VALUES (?, ?, ?, ?)",
                job.pool().value(),
                job.id(),
                place,
                outcomes);
    }

    /** What the transactions from one place up to another noted. */
    static List<String> between(Tx tx, JobKey job, long from, long to) {
        return tx.list("""
                SELECT outcomes FROM import_log
                WHERE pool_id = ? AND job_id = ? AND first_line >= ? AND first_line < ? ORDER BY first_line""", row -> row.string(1), job.pool().value(), job.id(), from, to);
    }
}
