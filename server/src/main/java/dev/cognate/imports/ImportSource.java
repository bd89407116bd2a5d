package dev.cognate.imports;

import dev.cognate.pools.Pool;
import org.jspecify.annotations.Nullable;

/** The lines of a job's file that are still to be done, a stretch at a time. Used by one thread. */
final class ImportSource {
    private final Pool pool;
    private final CsvColumns columns;
    private final RowRules rules;
    private final CsvReader reader;
    private final long begin;
    private @Nullable ImportWindow window;

    /**
     * The lines from the beginning of a stretch on.
     *
     * @param rules make users of the lines
     * @param begin the number of bytes before the first line that the reader reads
     */
    ImportSource(Pool pool, CsvColumns columns, RowRules rules, CsvReader reader, long begin) {
        this.pool = pool;
        this.columns = columns;
        this.rules = rules;
        this.reader = reader;
        this.begin = begin;
    }

    RowRules rules() {
        return rules;
    }

    /**
     * The stretch that is under way, or the next one when it is done.
     *
     * @param done how many lines of a stretch that is opened now are done already
     */
    ImportWindow window(int done) {
        ImportWindow current = window;
        if (current == null || current.isDone()) {
            current = ImportWindow.read(reader, pool, columns, current == null ? begin : current.position());
            current.skip(done);
            window = current;
        }
        return current;
    }
}
