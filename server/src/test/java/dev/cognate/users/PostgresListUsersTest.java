package dev.cognate.users;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;

final class PostgresListUsersTest extends ListUsersTest {
    @Override
    Store open() {
        return TestStores.postgres();
    }
}
