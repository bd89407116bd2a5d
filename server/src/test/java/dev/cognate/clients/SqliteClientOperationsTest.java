package dev.cognate.clients;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteClientOperationsTest extends ClientOperationsTest {
    @TempDir
    private Path folder;

    @Override
    Store open() {
        return TestStores.sqlite(folder);
    }
}
