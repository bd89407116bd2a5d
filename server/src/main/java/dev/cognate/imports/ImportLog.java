package dev.cognate.imports;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Store;
import java.util.List;
import java.util.function.Consumer;

/**
 * The logs of import jobs, for whoever may read the store: a line for each row of a file, with the number of its line and
 * what became of it, and nothing of the user. Reference: lifecycle H.
 */
public final class ImportLog {
    private static final int PAGE = 100;

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
    public boolean lines(PoolId pool, String job, Consumer<String> lines) {
        JobKey key = new JobKey(pool, job);
        if (store.read(tx -> JobsTable.find(tx, key)) == null) {
            return false;
        }
        long after = 0;
        while (true) {
            long behind = after;
            List<LogTable.Entry> page = store.read(tx -> LogTable.page(tx, key, behind, PAGE));
            if (page.isEmpty()) {
                return true;
            }
            page.forEach(entry -> RowNotes.lines(entry.outcomes(), lines));
            after = page.getLast().firstLine();
        }
    }
}
