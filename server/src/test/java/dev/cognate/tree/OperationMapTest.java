package dev.cognate.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.wire.OperationModel;
import dev.cognate.wire.model.Operations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code docs/map.md} lists every operation with its room, class, test, clause and state; it is written by this test. */
class OperationMapTest {
    private static final Path MAP = Project.ROOT.resolve("docs/map.md");
    private static final Path ROOMS = Project.ROOT.resolve("server/src/test/resources/dev/cognate/operations.tsv");

    /** A line of the list of rooms. */
    record Entry(String operation, String room, String clause) {
        Path source(String part, String suffix) {
            return Project.ROOT.resolve(
                    "server/src/" + part + "/java/dev/cognate/" + room + "/" + operation + suffix + ".java");
        }

        boolean isBuilt() {
            return Files.exists(source("main", ""));
        }

        String classCell() {
            String link = "../server/src/main/java/dev/cognate/" + room + "/" + operation + ".java";
            return isBuilt() ? "[`" + operation + "`](" + link + ")" : "";
        }

        String testCell() {
            String test = "../server/src/test/java/dev/cognate/" + room + "/" + operation + "Test.java";
            return Files.exists(source("test", "Test")) ? "[test](" + test + ")" : "";
        }

        String row() {
            return "| " + operation + " | " + room + " | " + classCell() + " | " + testCell() + " | " + clause + " | "
                    + (isBuilt() ? "built" : "open") + " |";
        }
    }

    @Test
    void theMapNamesEveryOperationOfTheModelOnce() {
        assertThat(entries().keySet())
                .containsExactlyElementsOf(Operations.ALL.stream()
                        .map(OperationModel::name)
                        .sorted()
                        .toList());
    }

    @Test
    void everyBuiltOperationHasItsOwnClassInItsRoomAndATestOfThatName() {
        for (Entry entry : entries().values()) {
            List<Path> classes = Project.sources("server", "main").stream()
                    .filter(file -> file.getFileName().toString().equals(entry.operation() + ".java"))
                    .toList();
            if (entry.isBuilt()) {
                assertThat(classes).as(entry.operation()).hasSize(1);
                assertThat(entry.source("test", "Test")).exists();
            } else {
                assertThat(classes)
                        .as(entry.operation() + " belongs to " + entry.room())
                        .isEmpty();
            }
        }
    }

    @Test
    void theMapIsCurrent() throws IOException {
        String map = map();
        if (Boolean.getBoolean("cognate.write")) {
            Files.writeString(MAP, map);
        }
        assertThat(Project.read(MAP))
                .as("docs/map.md is stale; write it anew with: ./mvnw -Pfast -pl server -am test "
                        + "-Dtest=OperationMapTest -Dsurefire.failIfNoSpecifiedTests=false -Dcognate.write=true")
                .isEqualTo(map);
    }

    private static String map() {
        List<Entry> entries = List.copyOf(entries().values());
        long built = entries.stream().filter(Entry::isBuilt).count();
        List<String> lines = new ArrayList<>(List.of(
                "# Map of the operations",
                "",
                "Every operation of the API: its room, its class, its test, the clause of the reference that it obeys,"
                        + " and whether it is built. An open operation answers `OperationNotImplemented` (HTTP 501).",
                "",
                built + " of " + entries.size()
                        + " are built. This file is generated and checked by `OperationMapTest`.",
                "",
                "| operation | room | class | test | reference | state |",
                "|---|---|---|---|---|---|"));
        entries.forEach(entry -> lines.add(entry.row()));
        return String.join("\n", lines) + "\n";
    }

    /** The operations by name. */
    static Map<String, Entry> entries() {
        Map<String, Entry> entries = new TreeMap<>();
        for (String line : Project.read(ROOMS).split("\n", -1)) {
            if (!line.isBlank()) {
                String[] cells = line.split("\t", -1);
                entries.put(cells[0], new Entry(cells[0], cells[1], cells[2]));
            }
        }
        return entries;
    }
}
