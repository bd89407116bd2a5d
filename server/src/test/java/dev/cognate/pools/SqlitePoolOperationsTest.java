package dev.cognate.pools;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqlitePoolOperationsTest extends PoolOperationsTest {
    @TempDir
    private Path folder;

    @Override
    Store open() {
        return TestStores.sqlite(folder);
    }

    @Override
    boolean isPostgres() {
        return false;
    }
}
