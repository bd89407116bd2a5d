package dev.cognate.imports;

import dev.cognate.domain.PoolId;
import dev.cognate.imports.ImportJob.Numbers;
import dev.cognate.imports.ImportJob.State;
import dev.cognate.imports.ImportJob.Upload;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import dev.cognate.wire.model.PasswordHashingAlgorithmType;
import dev.cognate.wire.model.UserImportJobStatusType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The table {@code import_jobs}. */
final class JobsTable {
    private static final String SELECT = """
            SELECT pool_id, job_id, name, role_arn, algorithm, status, created_at, started_at, completed_at, message,
                imported, skipped, failed, position, lines, upload_id, upload_bytes, upload_lines
            FROM import_jobs
            """;

    /** A job that is started and has not ended. */
    private static final String ACTIVE = "status IN ('Pending', 'InProgress', 'Stopping')";

    private JobsTable() {}

    static void insert(Tx tx, ImportJob job) {
        PasswordHashingAlgorithmType algorithm = job.algorithm();
        tx.update(
                """
                INSERT INTO import_jobs (pool_id, job_id, name, role_arn, algorithm, status, created_at, imported,
                    skipped, failed, upload_bytes, upload_lines, position, lines, lease_until)
                VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0)""",
                job.key().pool().value(),
                job.key().id(),
                job.name(),
                job.roleArn(),
                algorithm == null ? null : algorithm.wire(),
                job.state().status().wire(),
                job.state().created());
    }

    static @Nullable ImportJob find(Tx tx, JobKey key) {
        return tx.first(
                SELECT + "WHERE pool_id = ? AND job_id = ?",
                JobsTable::read,
                key.pool().value(),
                key.id());
    }

    static long count(Tx tx, PoolId pool) {
        return tx.list("SELECT COUNT(*) FROM import_jobs WHERE pool_id = ?", row -> row.number(1), pool.value())
                .getFirst();
    }

    /** Whether a job of the pool is under way. */
    static boolean hasActive(Tx tx, PoolId pool) {
        return tx.first(
                        "SELECT 1 FROM import_jobs WHERE pool_id = ? AND " + ACTIVE + " LIMIT 1",
                        row -> row.number(1),
                        pool.value())
                != null;
    }

    /** The jobs before a place, newest first. */
    static List<ImportJob> page(Tx tx, PoolId pool, Instant created, String id, int most) {
        return tx.list(SELECT + """
                        WHERE pool_id = ? AND (created_at, job_id) < (?, ?)
                        ORDER BY created_at DESC, job_id DESC LIMIT ?""", JobsTable::read, pool.value(), created, id, most);
    }

    /** Stores where a job stands; it is nobody's any more, or not yet. */
    static void save(Tx tx, JobKey key, State state) {
        tx.update(
                """
                UPDATE import_jobs SET status = ?, started_at = ?, completed_at = ?, message = ?, lease_until = 0
                WHERE pool_id = ? AND job_id = ?""",
                state.status().wire(),
                state.started(),
                state.completed(),
                state.message(),
                key.pool().value(),
                key.id());
    }

    /** Makes a file the job's, if it still waits for one; false otherwise. */
    static boolean attach(Tx tx, JobKey key, Upload upload, Instant createdAfter) {
        return tx.update(
                        """
                        UPDATE import_jobs SET upload_id = ?, upload_bytes = ?, upload_lines = ?
                        WHERE pool_id = ? AND job_id = ? AND status = 'Created' AND created_at > ?""",
                        upload.id(),
                        upload.bytes(),
                        upload.lines(),
                        key.pool().value(),
                        key.id(),
                        createdAfter)
                > 0;
    }

    /** The jobs that are started and that no node runs. */
    static List<JobKey> due(Tx tx, Instant now, int most) {
        return tx.list(
                "SELECT pool_id, job_id FROM import_jobs WHERE " + ACTIVE + " AND lease_until <= ? LIMIT ?",
                row -> new JobKey(new PoolId(row.string(1)), row.string(2)),
                now,
                most);
    }

    /** Takes all jobs from whoever ran them. */
    static int releaseAll(Tx tx) {
        return tx.update("UPDATE import_jobs SET lease_until = 0 WHERE lease_until > 0 AND " + ACTIVE);
    }

    /** Gives a job that no node runs to one; false when another was faster. One that is to stop is taken to be stopped. */
    static boolean take(Tx tx, JobKey key, String holder, Instant now, Instant until) {
        return tx.update(
                        "UPDATE import_jobs SET holder = ?, lease_until = ?,"
                                + " status = CASE WHEN status = 'Pending' THEN 'InProgress' ELSE status END"
                                + " WHERE pool_id = ? AND job_id = ? AND lease_until <= ? AND " + ACTIVE,
                        holder,
                        until,
                        key.pool().value(),
                        key.id(),
                        now)
                > 0;
    }

    /** The status of a job that the holder still has and that is where the holder left it; null otherwise. */
    static @Nullable UserImportJobStatusType held(Tx tx, JobKey key, String holder, long lines) {
        return tx.first(
                "SELECT status FROM import_jobs WHERE pool_id = ? AND job_id = ? AND holder = ? AND lines = ? AND "
                        + ACTIVE,
                row -> Objects.requireNonNull(UserImportJobStatusType.of(row.string(1))),
                key.pool().value(),
                key.id(),
                holder,
                lines);
    }

    /** Moves a job on. */
    static void advance(Tx tx, JobKey key, Numbers after, Instant until) {
        tx.update(
                """
                UPDATE import_jobs SET imported = ?, skipped = ?, failed = ?, position = ?, lines = ?, lease_until = ?
                WHERE pool_id = ? AND job_id = ?""",
                after.imported(),
                after.skipped(),
                after.failed(),
                after.position(),
                after.lines(),
                until,
                key.pool().value(),
                key.id());
    }

    private static ImportJob read(Row row) {
        String algorithm = row.nullableString(5);
        String upload = row.nullableString(16);
        return new ImportJob(
                new JobKey(new PoolId(row.string(1)), row.string(2)),
                row.string(3),
                row.string(4),
                algorithm == null ? null : PasswordHashingAlgorithmType.of(algorithm),
                new State(
                        Objects.requireNonNull(UserImportJobStatusType.of(row.string(6))),
                        row.instant(7),
                        row.nullableInstant(8),
                        row.nullableInstant(9),
                        row.nullableString(10)),
                new Numbers(row.number(11), row.number(12), row.number(13), row.number(14), row.number(15)),
                upload == null ? null : new Upload(upload, row.number(17), row.number(18)));
    }
}
