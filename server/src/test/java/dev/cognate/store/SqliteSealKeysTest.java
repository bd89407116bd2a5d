package dev.cognate.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteSealKeysTest extends SealKeysTest {
    @TempDir
    Path folder;

    @Override
    Store open() {
        return TestStores.sqlite(folder);
    }
}
