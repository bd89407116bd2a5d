package dev.cognate.domains;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteConfigurationRaceTest extends ConfigurationRaceTest {
    @TempDir
    Path folder;

    @Override
    Store store() {
        return TestStores.sqlite(folder);
    }
}
