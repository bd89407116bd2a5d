package dev.cognate.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered survives a kill, and what was not is either whole or absent. */
final class SqliteKillTest {
    private static final int ROUNDS = "full".equals(System.getProperty("cognate.proofs")) ? 200 : 5;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
        Random random = new Random(2646);
        List<Long> acknowledged = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (Appender appender = Appender.start(folder)) {
                acknowledged.addAll(appender.acknowledged(1 + random.nextInt(2_000)));
                acknowledged.addAll(appender.kill());
            }
            try (Store store = TestStores.sqlite(folder)) {
                check(store, acknowledged);
            }
        }
    }

    private static void check(Store store, List<Long> acknowledged) {
        List<Long> rows = store.read(tx -> tx.list("SELECT id FROM one ORDER BY id", row -> row.number(1)));
        List<Long> others = store.read(tx -> tx.list("SELECT id FROM other ORDER BY id", row -> row.number(1)));
        List<String> integrity = store.read(tx -> tx.list("PRAGMA integrity_check", row -> row.string(1)));

        assertThat(new HashSet<>(rows).containsAll(acknowledged)).isTrue();
        assertThat(others).as("both rows of each write").isEqualTo(rows);
        assertThat(integrity).containsExactly("ok");
    }
}
