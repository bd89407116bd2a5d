package dev.cognate.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every clause of the reference that is listed in {@code clauses.tsv} is named by a test, and every clause that a test
 * names is listed. A test names clauses in its doc comment: "Clause E3.4." or "Clauses A8.2a, E3.9." A whole section may
 * be named too ("Clause A12: ..."); that explains, and proves no clause.
 */
class ClausesTest {
    private static final Path LIST = Project.ROOT.resolve("server/src/test/resources/dev/cognate/clauses.tsv");
    private static final List<String> MODULES = List.of("server", "cli", "conformance");

    private static final Pattern DOC_COMMENT = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\n\\s*\\*?\\s*");
    private static final String ID = "(?:auth \\d{1,2}|[A-K]\\d{0,2})(?:\\.[a-z]?\\d+[a-z]?)*\\b";
    private static final Pattern NAMED = Pattern.compile("\\bClauses? (" + ID + "(?:(?:, | and |, and )" + ID + ")*)");
    private static final Pattern SEPARATOR = Pattern.compile(", and | and |, ");

    /** A line of the list; why nothing is built for the clause yet, or empty. */
    private record Clause(String id, String title, String open) {
        static Clause of(String line) {
            String[] cells = line.split("\t", -1);
            assertThat(cells.length)
                    .as("id, title and at most a reason: " + line)
                    .isBetween(2, 3);
            String open = cells.length == 3 ? cells[2] : "";
            assertThat(open).as(line).matches("|open: .+");
            return new Clause(cells[0], cells[1], open);
        }

        boolean isOpen() {
            return !open.isEmpty();
        }

        boolean isOf(String section) {
            return id.startsWith(section + ".");
        }
    }

    @Test
    void everyListedClauseIsNamedByATest() {
        Set<String> named = named().keySet();

        assertThat(clauses(clause -> !clause.isOpen() && !named.contains(clause.id())))
                .as(
                        "no test names these clauses of %s: name them in the doc comment of the test that proves them "
                                + "(\"Clause E3.4.\"), or write that test",
                        LIST)
                .isEmpty();
    }

    @Test
    void noClauseIsCalledOpenThatATestProves() {
        Set<String> named = named().keySet();

        assertThat(clauses(clause -> clause.isOpen() && named.contains(clause.id())))
                .as("tests name these clauses: strike the word \"open\" and the reason in %s", LIST)
                .isEmpty();
    }

    @Test
    void everyClauseThatATestNamesIsListed() {
        Map<String, Set<String>> unknown = named();
        List<Clause> listed = clauses(clause -> true);
        unknown.keySet()
                .removeIf(id -> listed.stream().anyMatch(clause -> clause.id().equals(id) || clause.isOf(id)));

        assertThat(unknown)
                .as("these tests name clauses that are not in %s: correct the id, or add a line with it", LIST)
                .isEmpty();
    }

    @Test
    void everyClauseIsListedOnce() {
        assertThat(clauses(clause -> true).stream().map(Clause::id)).doesNotHaveDuplicates();
    }

    private static List<Clause> clauses(Predicate<Clause> which) {
        return Project.read(LIST)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Clause::of)
                .filter(which)
                .toList();
    }

    /** The classes of tests by the clauses that they name. */
    private static Map<String, Set<String>> named() {
        Map<String, Set<String>> classes = new TreeMap<>();
        for (Path file : MODULES.stream()
                .flatMap(module -> Project.sources(module, "test").stream())
                .toList()) {
            ids(Project.read(file))
                    .forEach(id -> classes.computeIfAbsent(id, _ -> new TreeSet<>())
                            .add(file.getFileName().toString()));
        }
        return classes;
    }

    private static Stream<String> ids(String source) {
        return DOC_COMMENT
                .matcher(source)
                .results()
                .map(MatchResult::group)
                .map(comment -> LINE_BREAK.matcher(comment).replaceAll(" "))
                .flatMap(comment -> NAMED.matcher(comment).results())
                .flatMap(found -> SEPARATOR.splitAsStream(found.group(1)));
    }
}
