package dev.cognate.directory;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;

final class PostgresUsersTest extends UsersTest {
    @Override
    Store open() {
        return TestStores.postgres();
    }
}
