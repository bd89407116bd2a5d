package dev.cognate.tree;

import dev.cognate.wire.OperationModel;
import dev.cognate.wire.model.Operations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code docs/faults.md}: for every operation, its success and every fault that its model declares, either the test class
 * that reaches it or the reason why nothing can.
 *
 * @param rows what reaches each pair: the simple name of a test class, or {@value #NOT_REACHED} and the reason
 */
record FaultTable(Map<Pair, String> rows) {
    static final Path FILE = Project.ROOT.resolve("docs/faults.md");

    /** What the servers of tests have answered since the last clean build; written by {@code app/Answers}. */
    static final Path ANSWERS = Path.of("target", "answers.tsv");

    private static final Path REASONS = Project.ROOT.resolve("server/src/test/resources/dev/cognate/unreachable.tsv");
    /** How to write the table anew. */
    static final String COMMAND =
            "./mvnw -Pfast clean test -pl server -am -Dcognate.write=true -Dmaven.test.failure.ignore=true";

    private static final String NOT_REACHED = "not reached: ";

    /** An operation and one of its answers: the name of a fault, or {@code Success}. */
    record Pair(String operation, String answer) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int byOperation = operation.compareTo(other.operation);
            return byOperation == 0 ? answer.compareTo(other.answer) : byOperation;
        }

        @Override
        public String toString() {
            return operation + " " + answer;
        }
    }

    /** The table as it is committed. */
    static FaultTable committed() {
        Map<Pair, String> rows = new TreeMap<>();
        Project.read(FILE).lines().filter(line -> line.matches("\\| [A-Z].*")).forEach(line -> {
            String[] cells = line.split(" \\| ", 3);
            String by = cells[2].substring(0, cells[2].length() - " |".length());
            rows.put(new Pair(cells[0].substring("| ".length()), cells[1]), by);
        });
        return new FaultTable(rows);
    }

    /** The pairs that the model declares. */
    static Set<Pair> declared() {
        Set<Pair> declared = new TreeSet<>();
        for (OperationModel<?, ?> model : Operations.ALL) {
            Stream.concat(Stream.of("Success"), model.errors().stream())
                    .forEach(answer -> declared.add(new Pair(model.name(), answer)));
        }
        return declared;
    }

    /** The test classes that got each answer. */
    static Map<Pair, Set<String>> answers() {
        Map<Pair, Set<String>> answers = new TreeMap<>();
        if (Files.exists(ANSWERS)) {
            Project.read(ANSWERS)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> answers.computeIfAbsent(new Pair(cells[0], cells[1]), _ -> new TreeSet<>())
                            .add(cells[2]));
        }
        return answers;
    }

    /** Why a pair cannot be reached, by a line of {@code unreachable.tsv}: fault, operations or {@code *}, reason. */
    static Function<Pair, @Nullable String> reasons() {
        Map<Pair, String> single = new TreeMap<>();
        for (String line : Project.read(REASONS)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList()) {
            String[] cells = line.split("\t", -1);
            for (String operation : cells[1].split(" ", -1)) {
                single.put(new Pair(operation, cells[0]), cells[2]);
            }
        }
        return pair -> single.getOrDefault(pair, single.get(new Pair("*", pair.answer())));
    }

    /** The table as a whole run of the tests makes it: who reached a pair before keeps it. */
    static FaultTable made(@Nullable FaultTable former) {
        Map<Pair, Set<String>> answers = answers();
        Function<Pair, @Nullable String> reasons = reasons();
        Map<Pair, String> rows = new TreeMap<>();
        for (Pair pair : declared()) {
            Set<String> tests = answers.getOrDefault(pair, Set.of());
            rows.put(pair, tests.isEmpty() ? NOT_REACHED + reasons.apply(pair) : chosen(pair, tests, former));
        }
        return new FaultTable(rows);
    }

    private static String chosen(Pair pair, Set<String> tests, @Nullable FaultTable former) {
        String kept = former == null ? null : former.rows.get(pair);
        if (kept != null && tests.contains(kept)) {
            return kept;
        }
        String own = pair.operation() + "Test";
        return tests.contains(own) ? own : tests.iterator().next();
    }

    /** The test class that reaches a pair, null when none does. */
    @Nullable String test(Pair pair) {
        String by = rows.get(pair);
        return by == null || by.startsWith(NOT_REACHED) ? null : by;
    }

    /** Why a pair is not reached, null when it is. */
    @Nullable String reason(Pair pair) {
        String by = rows.get(pair);
        return by != null && by.startsWith(NOT_REACHED) ? by.substring(NOT_REACHED.length()) : null;
    }

    String text() {
        long reached = rows.keySet().stream().filter(pair -> test(pair) != null).count();
        List<String> lines = new ArrayList<>(List.of(
                "# Operations and their answers",
                "",
                "For each operation of the API its success and every fault that the model declares: the test class"
                        + " that reaches it over the wire, or the reason why nothing can.",
                "",
                reached + " of " + rows.size()
                        + " pairs are reached. The table is written from what test servers recorded, by `"
                        + COMMAND + "`; `FaultsTest` checks that it is"
                        + " complete, `RecordedAnswersTest` compares it with each whole run. The reasons stand in"
                        + " [unreachable.tsv](../server/src/test/resources/dev/cognate/unreachable.tsv).",
                "",
                "| operation | answer | reached by |",
                "|---|---|---|"));
        rows.forEach((pair, by) -> lines.add("| " + pair.operation() + " | " + pair.answer() + " | " + by + " |"));
        return String.join("\n", lines) + "\n";
    }
}
