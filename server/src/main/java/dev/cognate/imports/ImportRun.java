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

    /** How long a job stays with a node that says nothing. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private final Imports.Collaborators with;
    private final Arrivals arrivals;
    private final Uploads uploads;
    private final ImportedHashes hashes;
    private final String holder;
    private final ImportJob job;
    private final @Nullable CsvReader reader;
    private final @Nullable RowRules rules;
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
        Pool pool = with.pools().require(key().pool());
        CsvReader fromStart = reader(Numbers.NONE);
        CsvReader.Line header = fromStart == null ? null : fromStart.next();
        CsvColumns columns = header == null ? null : CsvColumns.read(pool, job.algorithm() != null, header.text());
        this.rules = columns == null ? null : new RowRules(pool, columns, job.algorithm(), with.randomness());
        this.reader = numbers.position() == 0 ? fromStart : reader(numbers);
    }

    private @Nullable CsvReader reader(Numbers from) {
        Upload upload = job.upload();
        return upload == null
                ? null
                : new CsvReader(
                        number -> uploads.piece(key(), upload, number), Uploads.PIECE, from.position(), from.lines());
    }

    JobKey key() {
        return job.key();
    }

    /** Works off one batch; false when the job has ended, or is no longer this node's. */
    boolean step() {
        Upload upload = job.upload();
        RowRules rowRules = rules;
        CsvReader lines = reader;
        if (upload == null || lines == null || rowRules == null) {
            fail(Texts.BAD_HEADER);
            return false;
        }
        if (upload.lines() - 1 > ImportJob.MOST_ROWS) {
            fail(Texts.TOO_MANY_ROWS);
            return false;
        }
        return work(read(lines), rowRules);
    }

    private static List<CsvReader.Line> read(CsvReader lines) {
        List<CsvReader.Line> batch = new ArrayList<>(BATCH);
        for (CsvReader.Line line = lines.next(); line != null; line = lines.next()) {
            batch.add(line);
            if (batch.size() == BATCH) {
                break;
            }
        }
        return batch;
    }

    private boolean work(List<CsvReader.Line> lines, RowRules rowRules) {
        Instant now = now();
        List<ImportBatch.Row> rows = new ArrayList<>(lines.size());
        for (CsvReader.Line line : lines) {
            if (!line.isBlank()) {
                Ruling ruling = rowRules.of(line, now);
                rows.add(new ImportBatch.Row(line.number(), ruling, sealed(ruling)));
            }
        }
        boolean last = lines.size() < BATCH;
        Numbers before = numbers;
        Numbers after = with.store().write(tx -> add(tx, rows, lines, now));
        numbers = after == null ? before : after;
        if (last && after != null) {
            uploads.clear(key());
        }
        return after != null && !last;
    }

    private byte @Nullable [] sealed(Ruling ruling) {
        String hash = ruling instanceof Ruling.Good good ? good.hash() : null;
        return hash == null ? null : hashes.seal(hash);
    }

    /** Adds a batch and moves the job on; null, with nothing changed, when the job is no longer this node's. */
    private @Nullable Numbers add(Tx tx, List<ImportBatch.Row> rows, List<CsvReader.Line> lines, Instant now) {
        if (!JobsTable.isHeld(tx, key(), holder, numbers.position())) {
            return null;
        }
        ImportBatch batch = new ImportBatch(with.pools().require(tx, key().pool()), rows);
        batch.add(tx, arrivals);
        if (!rows.isEmpty()) {
            LogTable.insert(tx, key(), rows.getFirst().line(), batch.notes());
        }
        Numbers after = lines.isEmpty() ? numbers : batch.numbers(numbers, lines.getLast());
        JobsTable.advance(tx, key(), after, now.plus(LEASE));
        if (lines.size() < BATCH) {
            JobsTable.save(tx, key(), finished(after, now));
        }
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
            if (!JobsTable.isHeld(tx, key(), holder, numbers.position())) {
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
