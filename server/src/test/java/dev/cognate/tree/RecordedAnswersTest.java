package dev.cognate.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/faults.md} says is what the servers of all other tests recorded. Runs after them, in an execution of its
 * own ({@code server/pom.xml}).
 */
class RecordedAnswersTest {
    private final Map<FaultTable.Pair, Set<String>> answers = FaultTable.answers();

    @Test
    void theTableIsWrittenWhenAskedFor() throws IOException {
        if (Boolean.getBoolean("cognate.write")) {
            FaultTable former = Files.exists(FaultTable.FILE) ? FaultTable.committed() : null;
            Files.writeString(FaultTable.FILE, FaultTable.made(former).text());
        }
        assertThat(FaultTable.FILE).exists();
    }

    @Test
    void noAnswerWasGivenThatTheTableCallsUnreachable() {
        FaultTable table = FaultTable.committed();

        assertThat(answers.keySet().stream().filter(pair -> table.reason(pair) != null))
                .as("write docs/faults.md anew: %s", FaultTable.COMMAND)
                .isEmpty();
    }

    @Test
    void everyTestReachedWhatTheTableSaysThatItReaches() {
        assumeThat(System.getProperty("test")).as("only some tests ran").isNull();
        FaultTable table = FaultTable.committed();

        assertThat(table.rows().keySet().stream()
                        .filter(pair -> table.test(pair) != null)
                        .filter(pair -> !answers.getOrDefault(pair, Set.of()).contains(table.test(pair))))
                .as("write docs/faults.md anew: %s", FaultTable.COMMAND)
                .isEmpty();
    }
}
