package dev.cognate.codes;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;

final class PostgresCodesTest extends CodesTest {
    @Override
    Store open() {
        return TestStores.postgres();
    }
}
