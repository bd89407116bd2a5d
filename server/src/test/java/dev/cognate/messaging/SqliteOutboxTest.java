package dev.cognate.messaging;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteOutboxTest extends OutboxTest {
    @TempDir
    private Path folder = Path.of("");

    @Override
    Store open() {
        return TestStores.sqlite(folder);
    }
}
