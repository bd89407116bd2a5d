package dev.cognate.imports;

import dev.cognate.directory.Arrivals;
import dev.cognate.imports.ImportJob.Numbers;
import dev.cognate.imports.ImportJob.State;
import dev.cognate.imports.ImportJob.Upload;
import dev.cognate.imports.RowRules.Ruling;
import dev.cognate.pools.Pool;
import dev.cognate.store.Tx;
import dev.cognate.wire.model.UserImportJobStatusType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One job in the hands of one node. A step works off one batch of rows in one transaction, which also moves the job on;
 * whoever has lost the job meanwhile changes nothing. Used by one thread.
 */
final class ImportRun {
    /** Rows for each transaction: other writes wait for as long as it takes to add them. */
    static final int BATCH = 500;

    /** The number of the line behind the header. */
    static final long FIRST_ROW = 2;

    /** How long a job stays with a node that says nothing. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private final Imports.Collaborators with;
    private final Arrivals arrivals;
    private final Uploads uploads;
    private final ImportedHashes hashes;
    private final String holder;
    private final ImportJob job;
    private @Nullable ImportSource source;
    private Numbers numbers;

    /** A job that the holder has just taken. */
    ImportRun(Imports.Collaborators with, Uploads uploads, String holder, ImportJob job) {
        this.with = with;
        this.arrivals = new Arrivals(with.users());
        this.uploads = uploads;
        this.hashes = new ImportedHashes(with);
        this.holder = holder;
        this.job = job;
        this.numbers = job.numbers();
    }

    /** Opened by the first step, so that a file that cannot be read fails its job; null when its header is not the pool's. */
    private @Nullable ImportSource source(Upload upload) {
        if (source == null) {
            Pool pool = with.pools().require(key().pool());
            CsvReader.Line header = reader(upload, 0, 0).next();
            source = header == null ? null : source(pool, upload, header);
        }
        return source;
    }

    private @Nullable ImportSource source(Pool pool, Upload upload, CsvReader.Line header) {
        CsvColumns columns = CsvColumns.read(pool, job.algorithm() != null, header.text());
        if (columns == null) {
            return null;
        }
        long begin = numbers.lines() > 0 ? numbers.position() : header.end();
        RowRules rules = new RowRules(pool, columns, job.algorithm(), with.randomness());
        return new ImportSource(pool, columns, rules, reader(upload, begin, linesDone() - inWindow()), begin);
    }

    private CsvReader reader(Upload upload, long position, long lines) {
        return new CsvReader(number -> uploads.piece(key(), upload, number), Uploads.PIECE, position, lines);
    }

    /** How many lines are done; the header is from the start. */
    private long linesDone() {
        return Math.max(1, numbers.lines());
    }

    /** How many lines of the stretch that is under way are done. */
    private int inWindow() {
        return (int) ((linesDone() - 1) % ImportWindow.LINES);
    }

    JobKey key() {
        return job.key();
    }

    /** Works off one batch; false when the job has ended, or is no longer this node's. */
    boolean step() {
        Upload upload = job.upload();
        ImportSource opened = upload == null ? null : source(upload);
        if (upload == null || opened == null) {
            fail(Texts.BAD_HEADER);
            return false;
        }
        if (upload.lines() - 1 > ImportJob.MOST_ROWS) {
            fail(Texts.TOO_MANY_ROWS);
            return false;
        }
        return work(opened.window(inWindow()), opened.rules());
    }

    private boolean work(ImportWindow from, RowRules rules) {
        Instant now = now();
        List<CsvReader.Line> lines = from.next(BATCH);
        List<ImportBatch.Row> rows = new ArrayList<>(lines.size());
        for (CsvReader.Line line : lines) {
            if (!line.isBlank()) {
                Ruling ruling = rules.of(line, now);
                rows.add(new ImportBatch.Row(line.number(), ruling, sealed(ruling)));
            }
        }
        Batch batch = new Batch(rows, from.position(), linesDone() + lines.size(), from.isLast() && from.isDone());
        return switch (with.store().write(tx -> addOrStop(tx, batch, now))) {
            case Outcome.Lost() -> false;
            case Outcome.Ended() -> {
                uploads.clear(key());
                yield false;
            }
            case Outcome.GoesOn(Numbers after) -> {
                numbers = after;
                yield true;
            }
        };
    }

    /**
     * What one transaction adds.
     *
     * @param position where a node begins to read that goes on behind it, in bytes
     * @param lines how many lines are done with it
     * @param last whether the file ends with it
     */
    private record Batch(List<ImportBatch.Row> rows, long position, long lines, boolean last) {}

    /** How a batch ends. */
    private sealed interface Outcome {
        /** More lines follow. */
        record GoesOn(Numbers after) implements Outcome {}

        /** The job has ended, by its last line or because it was to stop. */
        record Ended() implements Outcome {}

        /** The job is no longer this node's; nothing has changed. */
        record Lost() implements Outcome {}
    }

    private byte @Nullable [] sealed(Ruling ruling) {
        String hash = ruling instanceof Ruling.Good good ? good.hash() : null;
        return hash == null ? null : hashes.seal(hash);
    }

    private Outcome addOrStop(Tx tx, Batch batch, Instant now) {
        UserImportJobStatusType status = JobsTable.held(tx, key(), holder, numbers.lines());
        if (status == null) {
            return new Outcome.Lost();
        }
        if (status == UserImportJobStatusType.STOPPING) {
            JobsTable.save(tx, key(), job.state().ended(UserImportJobStatusType.STOPPED, Texts.STOPPED, now));
            return new Outcome.Ended();
        }
        return add(tx, batch, now);
    }

    /** Adds a batch and moves the job on. */
    private Outcome add(Tx tx, Batch batch, Instant now) {
        ImportBatch rows = new ImportBatch(with.pools().require(tx, key().pool()), batch.rows());
        rows.add(tx, arrivals);
        if (!batch.rows().isEmpty()) {
            LogTable.insert(tx, key(), linesDone() + 1, rows.notes());
        }
        Numbers after = rows.numbers(numbers, batch.position(), batch.lines());
        JobsTable.advance(tx, key(), after, now.plus(LEASE));
        if (batch.last()) {
            JobsTable.save(tx, key(), finished(after, now));
            return new Outcome.Ended();
        }
        return new Outcome.GoesOn(after);
    }

    /** Which share of failures is too many is not known; all of them is. */
    private State finished(Numbers total, Instant now) {
        boolean noneArrived = total.imported() == 0 && total.skipped() + total.failed() > 0;
        return noneArrived
                ? job.state().ended(UserImportJobStatusType.FAILED, Texts.TOO_MANY_FAILED, now)
                : job.state().ended(UserImportJobStatusType.SUCCEEDED, Texts.SUCCEEDED, now);
    }

    /** Ends the job before its last line, if it is still this node's. */
    void fail(String why) {
        Instant now = now();
        boolean ended = with.store().write(tx -> {
            if (JobsTable.held(tx, key(), holder, numbers.lines()) == null) {
                return false;
            }
            JobsTable.save(tx, key(), job.state().ended(UserImportJobStatusType.FAILED, why, now));
            return true;
        });
        if (ended) {
            uploads.clear(key());
        }
    }

    private Instant now() {
        return with.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
