package dev.cognate.kms;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;

final class PostgresKmsKeysTest extends KmsKeysTest {

    @Override
    Store open() {
        return TestStores.postgres();
    }
}
