package dev.cognate.app;

import java.io.PrintWriter;
import java.util.function.LongConsumer;

/** Tells people who wait how far a long work is: a line for every hundred thousand rows. */
final class Progress implements LongConsumer {
    private static final long STEP = 100_000;

    private final PrintWriter err;
    private final String done;
    private long told;

    Progress(PrintWriter err, String done) {
        this.err = err;
        this.done = done;
    }

    @Override
    public void accept(long rows) {
        if (rows < told) { // The database had it done again.
            told = 0;
        }
        if (rows - told >= STEP) {
            told = rows - rows % STEP;
            err.printf("%,d rows %s%n", told, done);
        }
    }
}
