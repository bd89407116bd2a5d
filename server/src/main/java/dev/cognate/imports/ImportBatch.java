package dev.cognate.imports;

import dev.cognate.directory.Arrivals;
import dev.cognate.directory.NameKind;
import dev.cognate.directory.NewUser;
import dev.cognate.domain.Sub;
import dev.cognate.imports.ImportJob.Numbers;
import dev.cognate.imports.RowRules.Ruling;
import dev.cognate.mfa.Mfa;
import dev.cognate.pools.Pool;
import dev.cognate.store.Tx;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that one transaction adds, and what becomes of each. */
final class ImportBatch {
    private final Pool pool;
    private final List<Row> rows;
    private final RowNotes notes = new RowNotes();
    private long imported;
    private long skipped;
    private long failed;

    /** A batch of rows in their order. */
    ImportBatch(Pool pool, List<Row> rows) {
        this.pool = pool;
        this.rows = rows;
    }

    /**
     * A row that was looked at.
     *
     * @param line its number in the file
     * @param ruling whether it makes a user
     * @param sealedHash the hash of the user's password, sealed; null for none
     */
    record Row(long line, Ruling ruling, byte @Nullable [] sealedHash) {}

    /** Adds the users whose names are free, with their hashes. */
    void add(Tx tx, Arrivals arrivals) {
        Iterator<@Nullable NameKind> taken = arrivals.add(tx, pool, newcomers()).iterator();
        List<ImportedHashesTable.Kept> hashes = new ArrayList<>();
        List<Sub> withMfa = new ArrayList<>();
        for (Row row : rows) {
            switch (row.ruling) {
                case Ruling.Bad(String reason) -> failed(row, reason);
                case Ruling.Good good -> {
                    NameKind kind = taken.next();
                    byte[] hash = row.sealedHash;
                    if (kind != null) {
                        refused(row, kind);
                    } else {
                        succeeded(row);
                        if (good.mfa()) {
                            withMfa.add(good.newcomer().user().sub());
                        }
                        if (hash != null) {
                            hashes.add(new ImportedHashesTable.Kept(
                                    good.newcomer().user().sub(), hash));
                        }
                    }
                }
            }
        }
        ImportedHashesTable.insertAll(tx, pool.id(), hashes);
        Mfa.beginWithSms(tx, pool.id(), withMfa);
    }

    private List<NewUser> newcomers() {
        List<NewUser> newcomers = new ArrayList<>(rows.size());
        for (Row row : rows) {
            if (row.ruling instanceof Ruling.Good good) {
                newcomers.add(good.newcomer());
            }
        }
        return newcomers;
    }

    private void succeeded(Row row) {
        imported++;
        notes.note(row.line, RowOutcome.SUCCEEDED, Texts.ROW_SUCCEEDED);
    }

    private void failed(Row row, String reason) {
        failed++;
        notes.note(row.line, RowOutcome.FAILED, reason);
    }

    /** Another user has the name: the same user, unless it is only an alias of the other one. */
    private void refused(Row row, NameKind kind) {
        if (kind == NameKind.USERNAME || kind.isSignInName(pool)) {
            skipped++;
            notes.note(row.line, RowOutcome.SKIPPED, Texts.ROW_EXISTS);
        } else {
            failed(row, Texts.aliasTaken(kind.attribute()));
        }
    }

    /** What became of the rows, for the log. */
    String notes() {
        return notes.text();
    }

    /** The numbers of the job after this batch, with which so many lines are done. */
    Numbers numbers(Numbers before, long position, long lines) {
        return new Numbers(
                before.imported() + imported, before.skipped() + skipped, before.failed() + failed, position, lines);
    }
}
