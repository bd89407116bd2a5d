package dev.cognate.signin;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

final class SqliteSigninRaceTest extends SigninRaceTest {
    @TempDir
    Path folder;

    @Override
    List<Store> open() {
        Store shared = TestStores.sqlite(folder);
        return List.of(shared, shared);
    }
}
