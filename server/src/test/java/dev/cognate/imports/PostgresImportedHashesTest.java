package dev.cognate.imports;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;

final class PostgresImportedHashesTest extends ImportedHashesTest {
    @Override
    Store store() {
        return TestStores.postgres();
    }
}
