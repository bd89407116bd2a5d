package dev.cognate.users;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;

final class PostgresUserRaceTest extends UserRaceTest {
    @Override
    Store open() {
        return TestStores.postgres();
    }
}
