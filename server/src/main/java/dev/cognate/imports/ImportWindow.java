package dev.cognate.imports;

import dev.cognate.directory.NameKind;
import dev.cognate.directory.Users;
import dev.cognate.imports.CsvReader.Line;
import dev.cognate.pools.Pool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A stretch of a file, whose rows are added in the order of their usernames: neighbours in the directory share pages, which
 * are then written once for many rows instead of once for each. The order follows from the file and the pool alone, so that
 * another node can go on in the middle of a stretch. Used by one thread.
 *
 * <p>It does not decide who gets a name that two rows want: those come first, in the order of the file.
 */
final class ImportWindow {
    /**
     * How many lines are put in order together; whole batches. With a million users in the directory a batch then meets a
     * hundred pages of an index instead of five hundred, and a stretch takes some 40 MB of memory.
     */
    static final int LINES = 125_000;

    private static final List<NameKind> ADDRESSES =
            List.of(NameKind.EMAIL, NameKind.PHONE_NUMBER, NameKind.PREFERRED_USERNAME);

    private final List<Line> ordered;
    private final long begin;
    private final long end;
    private int done;

    private ImportWindow(List<Line> ordered, long begin, long end) {
        this.ordered = ordered;
        this.begin = begin;
        this.end = end;
    }

    /** A line with what it is ordered by. */
    private record Keyed(String username, Line line) {}

    /**
     * Reads the next stretch.
     *
     * @param begin the number of bytes before its first line
     */
    static ImportWindow read(CsvReader reader, Pool pool, CsvColumns columns, long begin) {
        List<Line> lines = new ArrayList<>();
        for (Line line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
            if (lines.size() == LINES) {
                break;
            }
        }
        long end = lines.isEmpty() ? begin : lines.getLast().end();
        return new ImportWindow(ordered(lines, pool, columns), begin, end);
    }

    private static List<Line> ordered(List<Line> lines, Pool pool, CsvColumns columns) {
        List<String> addresses = addresses(pool);
        Set<String> contested = addresses.isEmpty() ? Set.of() : contested(lines, pool, columns, addresses);
        return lines.stream()
                .map(line -> new Keyed(key(line, pool, columns, addresses, contested), line))
                .sorted(Comparator.comparing(Keyed::username)) // Stable: equal usernames stay in the order of the file.
                .map(Keyed::line)
                .toList();
    }

    /** The columns besides the username whose values find a user, and can therefore be somebody else's already. */
    private static List<String> addresses(Pool pool) {
        return ADDRESSES.stream()
                .filter(kind -> kind.isAlias(pool) || kind.isSignInName(pool))
                .map(NameKind::attribute)
                .toList();
    }

    private static Set<String> contested(List<Line> lines, Pool pool, CsvColumns columns, List<String> addresses) {
        Set<String> seen = new HashSet<>();
        Set<String> contested = new HashSet<>();
        for (Line line : lines) {
            names(line, pool, columns, addresses)
                    .filter(name -> !seen.add(name))
                    .forEach(contested::add);
        }
        return contested;
    }

    private static String key(Line line, Pool pool, CsvColumns columns, List<String> addresses, Set<String> contested) {
        boolean first =
                !contested.isEmpty() && names(line, pool, columns, addresses).anyMatch(contested::contains);
        return first ? "" : Users.folded(pool, columns.cell(line, CsvColumns.USERNAME));
    }

    private static Stream<String> names(Line line, Pool pool, CsvColumns columns, List<String> addresses) {
        return Stream.concat(Stream.of(CsvColumns.USERNAME), addresses.stream())
                .map(column -> Users.folded(pool, columns.cell(line, column)))
                .filter(name -> !name.isEmpty())
                .distinct();
    }

    /** Passes over lines that are done already. */
    void skip(int lines) {
        done = lines;
    }

    /** The next lines, at most so many; none when all are done. */
    List<Line> next(int most) {
        int from = Math.min(done, ordered.size());
        done = Math.min(ordered.size(), from + most);
        return ordered.subList(from, done);
    }

    /** Whether all lines were handed out. */
    boolean isDone() {
        return done >= ordered.size();
    }

    /** Whether the file ends with this stretch. */
    boolean isLast() {
        return ordered.size() < LINES;
    }

    /** Where a node that goes on from here begins to read, in bytes. */
    long position() {
        return isDone() ? end : begin;
    }
}
