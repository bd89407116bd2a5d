package dev.cognate.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.tree.OperationMapTest.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/coverage.md} says of every operation how far it is built, who tests it, how many of its answers tests reach
 * and which deviations name it; it is written by this test.
 */
class CoverageTest {
    private static final Path COVERAGE = Project.ROOT.resolve("docs/coverage.md");
    private static final Path LATER =
            Project.ROOT.resolve("server/src/test/resources/dev/cognate/configuration-only.tsv");

    private final FaultTable faults = FaultTable.committed();
    private final List<String> deviations = deviations();
    private final Map<String, String> later = later();

    @Test
    void everyOperationIsBuilt() {
        assertThat(OperationMapTest.entries().values()).hasSize(140).allMatch(Entry::isBuilt);
    }

    @Test
    void onlyOperationsAreSaidToBeConfigurationOnly() {
        assertThat(OperationMapTest.entries().keySet()).containsAll(later.keySet());
    }

    @Test
    void theCoverageIsCurrent() throws IOException {
        String coverage = coverage();
        if (Boolean.getBoolean("cognate.write")) {
            Files.writeString(COVERAGE, coverage);
        }
        assertThat(Project.read(COVERAGE))
                .as("docs/coverage.md is stale; write it anew with: ./mvnw -Pfast -pl server -am test "
                        + "-Dtest=CoverageTest -Dsurefire.failIfNoSpecifiedTests=false -Dcognate.write=true")
                .isEqualTo(coverage);
    }

    private String coverage() {
        List<Entry> entries = List.copyOf(OperationMapTest.entries().values());
        long whole = entries.stream()
                .filter(entry -> !later.containsKey(entry.operation()))
                .count();
        List<String> lines = new ArrayList<>(List.of(
                "# Coverage",
                "",
                "All " + entries.size()
                        + " operations of the API are built, and none answers `OperationNotImplemented`. " + whole
                        + " do all that they are for; what the others keep has no effect yet, as they say here.",
                "",
                "\"Answers\" counts the success and the faults that the model lists, and those of them that tests"
                        + " reach; the rest is explained in [faults.md](faults.md). The deviations are the rows of"
                        + " [deviations.md](deviations.md) that name the operation. This file is generated and checked by"
                        + " `CoverageTest`.",
                "",
                "| operation | state | class | test | answers | deviations |",
                "|---|---|---|---|---|---|"));
        entries.forEach(entry -> lines.add(row(entry)));
        return String.join("\n", lines) + "\n";
    }

    private String row(Entry entry) {
        String only = later.get(entry.operation());
        return "| " + entry.operation() + " | " + (only == null ? "built" : "configuration only so far: " + only)
                + " | "
                + entry.classCell() + " | " + entry.testCell() + " | " + answers(entry.operation()) + " | "
                + named(entry.operation()) + " |";
    }

    private String answers(String operation) {
        List<FaultTable.Pair> pairs = faults.rows().keySet().stream()
                .filter(pair -> pair.operation().equals(operation))
                .toList();
        long reached = pairs.stream().filter(pair -> faults.test(pair) != null).count();
        return reached + " of " + pairs.size();
    }

    private String named(String operation) {
        Pattern name = Pattern.compile("\\b" + operation + "\\b");
        return deviations.stream()
                .filter(row -> name.matcher(row).find())
                .map(row -> row.substring("| ".length(), row.indexOf(" | ")))
                .collect(Collectors.joining("; "));
    }

    private static List<String> deviations() {
        return Project.read(Project.ROOT.resolve("docs/deviations.md"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| what "))
                .toList();
    }

    private static Map<String, String> later() {
        Map<String, String> later = new TreeMap<>();
        Project.read(LATER).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] cells = line.split("\t", -1);
            for (String operation : cells[0].split(" ", -1)) {
                later.put(operation, cells[1]);
            }
        });
        return later;
    }
}
