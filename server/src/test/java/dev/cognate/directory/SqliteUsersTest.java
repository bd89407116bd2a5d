package dev.cognate.directory;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteUsersTest extends UsersTest {
    @TempDir
    Path folder;

    @Override
    Store open() {
        return TestStores.sqlite(folder);
    }
}
