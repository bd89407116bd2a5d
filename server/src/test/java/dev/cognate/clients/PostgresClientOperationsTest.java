package dev.cognate.clients;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;

final class PostgresClientOperationsTest extends ClientOperationsTest {

    @Override
    Store open() {
        return TestStores.postgres();
    }
}
