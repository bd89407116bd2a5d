package dev.cognate.messaging;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;

final class PostgresInboxTest extends InboxTest {

    @Override
    Store open() {
        return TestStores.postgres();
    }
}
