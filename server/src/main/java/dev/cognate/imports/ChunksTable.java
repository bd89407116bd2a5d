package dev.cognate.imports;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code import_chunks}. */
final class ChunksTable {
    private ChunksTable() {}

    static void insert(Tx tx, JobKey job, String upload, long number, byte[] sealed) {
        tx.update(
                "INSERT INTO import_chunks (pool_id, job_id, upload_id, number, sealed) VALUES (?, ?, ?, ?, ?)",
                job.pool().value(),
                job.id(),
                upload,
                number,
                sealed);
    }

    static byte @Nullable [] find(Tx tx, JobKey job, String upload, long number) {
        return tx.first(
                "SELECT sealed FROM import_chunks WHERE pool_id = ? AND job_id = ? AND upload_id = ? AND number = ?",
                row -> row.bytes(1),
                job.pool().value(),
                job.id(),
                upload,
                number);
    }

    /** Deletes some pieces of one upload, at most so many; returns how many. */
    static int delete(Tx tx, JobKey job, String upload, int most) {
        return tx.update("""
                DELETE FROM import_chunks WHERE pool_id = ? AND job_id = ? AND upload_id = ? AND number IN (
                    SELECT number FROM import_chunks WHERE pool_id = ? AND job_id = ? AND upload_id = ? LIMIT ?)""", job.pool().value(), job.id(), upload, job.pool().value(), job.id(), upload, most);
    }

    /** The uploads of a job of which there are pieces. */
    static List<String> uploads(Tx tx, JobKey job) {
        return tx.list(
                "SELECT DISTINCT upload_id FROM import_chunks WHERE pool_id = ? AND job_id = ?",
                row -> row.string(1),
                job.pool().value(),
                job.id());
    }

    /** The jobs that have pieces and need none any more: they have ended, or were never started. */
    static List<JobKey> over(Tx tx, Instant expiredBefore) {
        return tx.list("""
                SELECT DISTINCT c.pool_id, c.job_id
                FROM import_chunks c JOIN import_jobs j ON j.pool_id = c.pool_id AND j.job_id = c.job_id
                WHERE j.status NOT IN ('Created', 'Pending', 'InProgress')
                    OR (j.status = 'Created' AND j.created_at <= ?)""", row -> new JobKey(new PoolId(row.string(1)), row.string(2)), expiredBefore);
    }
}
