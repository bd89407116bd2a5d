package dev.cognate.imports;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteImportRowsTest extends ImportRowsTest {
    @TempDir
    static Path folder;

    @Override
    Store store() {
        return TestStores.sqlite(folder);
    }
}
