package dev.cognate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreTest extends StoreTest {
    @TempDir
    Path folder;

    @Override
    Store open() {
        return TestStores.sqlite(folder.resolve("odd name ?%20#1"));
    }

    @Override
    String blob() {
        return "BLOB";
    }

    @Test
    void aWriteInsideAWriteIsRefusedInsteadOfWaitingForEver() {
        try (Store store = TestStores.sqlite(folder.resolve("other"))) {
            assertThatThrownBy(() -> store.write(_ -> store.write(_ -> 1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("inside a write");
        }
    }

    @Test
    void anInterruptedCallerStillLearnsThatItsWriteIsDone() {
        try (Store store = TestStores.sqlite(folder.resolve("other"))) {
            Thread.currentThread().interrupt();

            int changed = store.write(
                    tx -> tx.update("INSERT INTO client_pools (client_id, pool_id) VALUES ('client', 'pool')"));

            assertThat(changed).isEqualTo(1);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void theFileIsWrittenAheadAndSynchronously() {
        try (Store store = TestStores.sqlite(folder.resolve("other"))) {
            assertThat(store.<String>write(tx ->
                            tx.list("PRAGMA journal_mode", row -> row.string(1)).getFirst()))
                    .isEqualTo("wal");
            assertThat(store.<Long>write(tx ->
                            tx.list("PRAGMA synchronous", row -> row.number(1)).getFirst()))
                    .as("2 is FULL")
                    .isEqualTo(2);
        }
    }
}
