package dev.cognate.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/faults.md} is complete: it has every pair that the model declares, and names tests and reasons that exist. */
class FaultsTest {
    private final FaultTable table = FaultTable.committed();

    @Test
    void everyDeclaredPairIsInTheTableAndNoOther() {
        assertThat(table.rows().keySet()).isEqualTo(FaultTable.declared());
    }

    @Test
    void everyTestThatTheTableNamesExists() {
        Set<String> classes = Project.sources("server", "test").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        Set<String> named = table.rows().keySet().stream()
                .map(table::test)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(classes).containsAll(named);
    }

    @Test
    void everyPairThatIsNotReachedHasItsReasonInTheList() {
        for (FaultTable.Pair pair : table.rows().keySet()) {
            if (table.test(pair) == null) {
                assertThat(FaultTable.reasons().apply(pair)).as(pair.toString()).isEqualTo(table.reason(pair));
            }
        }
    }

    @Test
    void theTableIsWrittenByNobodyElse() {
        assertThat(Project.read(FaultTable.FILE)).isEqualTo(table.text());
    }
}
