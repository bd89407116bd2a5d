package dev.cognate.groups;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteGroupRaceTest extends GroupRaceTest {
    @TempDir
    Path folder;

    @Override
    Store store() {
        return TestStores.sqlite(folder);
    }
}
