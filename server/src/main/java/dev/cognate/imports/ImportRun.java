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
    private final Pool pool;
    private final @Nullable CsvColumns columns;
    private final @Nullable CsvReader reader;

    /** Where the first stretch that this node works on begins, in bytes. */
    private final long begin;

    private @Nullable ImportWindow window;
    private Numbers numbers;

    /** A job that the holder has just taken. */
    ImportRun(Imports.Collaborators with, Uploads uploads, String holder, ImportJob job) {
        this.with = with;
        this.arrivals = new Arrivals(with.users());
        this.uploads = uploads;
        this.hashes = new ImportedHashes(with);
        this.holder = holder;
        this.job = job;
        this.pool = with.pools().require(key().pool());
        CsvReader fromStart = reader(0, 0);
        CsvReader.Line header = fromStart == null ? null : fromStart.next();
        this.columns = header == null ? null : CsvColumns.read(pool, job.algorithm() != null, header.text());
        this.numbers = job.numbers();
        this.begin = numbers.lines() > 0 || header == null ? numbers.position() : header.end();
        this.reader = numbers.lines() == 0 ? fromStart : reader(begin, linesDone() - inWindow());
    }

    private @Nullable CsvReader reader(long position, long lines) {
        Upload upload = job.upload();
        return upload == null
                ? null
                : new CsvReader(number -> uploads.piece(key(), upload, number), Uploads.PIECE, position, lines);
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
        CsvColumns order = columns;
        CsvReader lines = reader;
        if (upload == null || lines == null || order == null) {
            fail(Texts.BAD_HEADER);
            return false;
        }
        if (upload.lines() - 1 > ImportJob.MOST_ROWS) {
            fail(Texts.TOO_MANY_ROWS);
            return false;
        }
        return work(window(lines, order), new RowRules(pool, order, job.algorithm(), with.randomness()));
    }

    private ImportWindow window(CsvReader lines, CsvColumns order) {
        ImportWindow current = window;
        if (current == null || current.isDone()) {
            current = ImportWindow.read(lines, pool, order, current == null ? begin : current.position());
            current.skip(inWindow());
            window = current;
        }
        return current;
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
        boolean last = from.isLast() && from.isDone();
        long done = linesDone() + lines.size();
        Numbers after = with.store().write(tx -> {
            Numbers added = add(tx, rows, from.position(), done, now);
            if (last && added != null) {
                JobsTable.save(tx, key(), finished(added, now));
            }
            return added;
        });
        if (after == null) {
            return false;
        }
        numbers = after;
        if (last) {
            uploads.clear(key());
        }
        return !last;
    }

    private byte @Nullable [] sealed(Ruling ruling) {
        String hash = ruling instanceof Ruling.Good good ? good.hash() : null;
        return hash == null ? null : hashes.seal(hash);
    }

    /** Adds a batch and moves the job on; null, with nothing changed, when the job is no longer this node's. */
    private @Nullable Numbers add(Tx tx, List<ImportBatch.Row> rows, long position, long lines, Instant now) {
        if (!JobsTable.isHeld(tx, key(), holder, numbers.lines())) {
            return null;
        }
        ImportBatch batch = new ImportBatch(with.pools().require(tx, key().pool()), rows);
        batch.add(tx, arrivals);
        if (!rows.isEmpty()) {
            LogTable.insert(tx, key(), linesDone() + 1, batch.notes());
        }
        Numbers after = batch.numbers(numbers, position, lines);
        JobsTable.advance(tx, key(), after, now.plus(LEASE));
        return after;
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
            if (!JobsTable.isHeld(tx, key(), holder, numbers.lines())) {
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
