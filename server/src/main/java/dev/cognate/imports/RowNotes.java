package dev.cognate.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What became of the rows of one transaction, as it is stored: one line of text for all rows that ended alike,
 * {@code <outcome> <line>,<first line>-<last line>,… <sentence>}. A row then takes a few bytes, whatever its values.
 */
final class RowNotes {
    private final Map<Verdict, List<Long>> noted = new LinkedHashMap<>();

    private record Verdict(RowOutcome outcome, String sentence) {}

    /** What became of one row, as the log tells it. */
    record Note(long line, String text) {}

    /** Notes a row; rows may come in any order. */
    void note(long line, RowOutcome became, String why) {
        noted.computeIfAbsent(new Verdict(became, why), _ -> new ArrayList<>()).add(line);
    }

    /** The stored form. */
    String text() {
        StringBuilder stored = new StringBuilder();
        noted.forEach((verdict, lines) -> {
            stored.append(verdict.outcome.name()).append(' ');
            appendRuns(stored, lines.stream().sorted().toList());
            stored.append(' ').append(verdict.sentence).append('\n');
        });
        return stored.toString();
    }

    private static void appendRuns(StringBuilder stored, List<Long> lines) {
        for (int from = 0, to; from < lines.size(); from = to) {
            to = from + 1;
            while (to < lines.size() && lines.get(to) == lines.get(to - 1) + 1) {
                to++;
            }
            stored.append(from == 0 ? "" : ",").append(lines.get(from));
            if (to > from + 1) {
                stored.append('-').append(lines.get(to - 1));
            }
        }
    }

    /** Reads a stored form back. */
    static void read(String stored, Consumer<Note> notes) {
        stored.lines().forEach(verdict -> {
            String[] parts = verdict.split(" ", 3);
            for (String run : parts[1].split(",", -1)) {
                String[] ends = run.split("-", 2);
                long last = Long.parseLong(ends[ends.length - 1]);
                for (long line = Long.parseLong(ends[0]); line <= last; line++) {
                    notes.accept(new Note(line, "[" + parts[0] + "] Line Number " + line + " - " + parts[2]));
                }
            }
        });
    }
}
