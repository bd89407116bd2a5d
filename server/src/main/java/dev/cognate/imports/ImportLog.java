package dev.cognate.imports;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The logs of import jobs, for whoever may read the store: a line for each row of a file, with the number of its line and
 * what became of it, and nothing of the user. Reference: lifecycle H.
 */
public final class ImportLog {
    private final Store store;

    /** The logs of a store. */
    public ImportLog(Store store) {
        this.store = store;
    }

    /**
     * The log of a job so far.
     *
     * @param lines takes each line
     * @return false when there is no such job
     */
    public boolean lines(PoolId pool, String id, Consumer<String> lines) {
        JobKey key = new JobKey(pool, id);
        ImportJob job = store.read(tx -> JobsTable.find(tx, key));
        if (job == null) {
            return false;
        }
        // The rows of a stretch were added in another order than that of the file.
        for (long from = ImportRun.FIRST_ROW; from <= job.numbers().lines(); from += ImportWindow.LINES) {
            stretch(key, from).forEach(note -> lines.accept(note.text()));
        }
        return true;
    }

    private List<RowNotes.Note> stretch(JobKey key, long from) {
        List<RowNotes.Note> notes = new ArrayList<>();
        store.<List<String>>read(tx -> LogTable.between(tx, key, from, from + ImportWindow.LINES))
                .forEach(stored -> RowNotes.read(stored, notes::add));
        notes.sort(Comparator.comparingLong(RowNotes.Note::line));
        return notes;
    }
}
