package dev.cognate.groups;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;

final class PostgresGroupRaceTest extends GroupRaceTest {
    @Override
    Store store() {
        return TestStores.postgres();
    }
}
