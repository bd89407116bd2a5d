package dev.cognate.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteOutboxTest extends OutboxTest {
    @TempDir
    private Path folder = Path.of("");

    @Override
    Store open() {
        return TestStores.sqlite(folder);
    }

    @Test
    void aMessageThatAKilledProcessWasSendingIsSentByTheNextOneAtOnce() {
        assertThat(isTakenOver()).isTrue();
    }
}
