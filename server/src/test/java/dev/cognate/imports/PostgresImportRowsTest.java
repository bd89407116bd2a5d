package dev.cognate.imports;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;

final class PostgresImportRowsTest extends ImportRowsTest {
    @Override
    Store store() {
        return TestStores.postgres();
    }
}
