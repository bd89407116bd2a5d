package dev.cognate.imports;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;

final class PostgresImportTakeoverTest extends ImportTakeoverTest {
    @Override
    Store store() {
        return TestStores.postgres();
    }
}
