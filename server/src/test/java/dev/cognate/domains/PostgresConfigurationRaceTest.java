package dev.cognate.domains;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;

final class PostgresConfigurationRaceTest extends ConfigurationRaceTest {
    @Override
    Store store() {
        return TestStores.postgres();
    }
}
