package dev.cognate.tokens;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteSigningKeysTest extends SigningKeysTest {
    @TempDir
    Path folder;

    @Override
    Store open() {
        return TestStores.sqlite(folder);
    }
}
