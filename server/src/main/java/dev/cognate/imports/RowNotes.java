package dev.cognate.imports;

import java.util.function.Consumer;

/**
 * What became of the rows of one transaction, as it is stored: one line of text for each run of rows that ended alike,
 * {@code <first line> <last line> <outcome> <sentence>}. A million successes are then no more than a few kilobytes.
 */
final class RowNotes {
    private final StringBuilder stored = new StringBuilder();
    private long first;
    private long last;
    private RowOutcome outcome = RowOutcome.SUCCEEDED;
    private String sentence = "";

    /** Notes the next row. */
    void note(long line, RowOutcome became, String why) {
        if (last + 1 == line && outcome == became && sentence.equals(why) && first > 0) {
            last = line;
            return;
        }
        close();
        first = line;
        last = line;
        outcome = became;
        sentence = why;
    }

    /** The stored form. */
    String text() {
        close();
        first = 0;
        return stored.toString();
    }

    private void close() {
        if (first > 0) {
            stored.append(first).append(' ').append(last).append(' ').append(outcome.name());
            stored.append(' ').append(sentence).append('\n');
        }
    }

    /** Reads a stored form back, as one line of the log for each row. */
    static void lines(String stored, Consumer<String> log) {
        stored.lines().forEach(run -> {
            String[] parts = run.split(" ", 4);
            for (long line = Long.parseLong(parts[0]); line <= Long.parseLong(parts[1]); line++) {
                log.accept("[" + parts[2] + "] Line Number " + line + " - " + parts[3]);
            }
        });
    }
}
