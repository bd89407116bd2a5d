package dev.cognate.messaging;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;

final class PostgresOutboxTest extends OutboxTest {

    @Override
    Store open() {
        return TestStores.postgres();
    }
}
