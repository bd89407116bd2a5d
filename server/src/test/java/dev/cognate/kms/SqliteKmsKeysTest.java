package dev.cognate.kms;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;

final class SqliteKmsKeysTest extends KmsKeysTest {

    @Override
    Store open() {
        return TestStores.sqlite(folder);
    }
}
