package dev.cognate.groups;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;

final class PostgresGroupPagesTest extends GroupPagesTest {
    @Override
    Store store() {
        return TestStores.postgres();
    }
}
