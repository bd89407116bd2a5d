package dev.cognate.tokens;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;

final class PostgresSigningKeysTest extends SigningKeysTest {
    @Override
    Store open() {
        return TestStores.postgres();
    }
}
