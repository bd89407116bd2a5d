package dev.cognate.users;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteListUsersTest extends ListUsersTest {
    @TempDir
    static Path folder;

    @Override
    Store open() {
        return TestStores.sqlite(folder);
    }
}
