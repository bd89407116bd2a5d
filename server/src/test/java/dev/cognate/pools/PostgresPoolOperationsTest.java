package dev.cognate.pools;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;

final class PostgresPoolOperationsTest extends PoolOperationsTest {

    @Override
    Store open() {
        return TestStores.postgres();
    }

    @Override
    boolean isPostgres() {
        return true;
    }
}
