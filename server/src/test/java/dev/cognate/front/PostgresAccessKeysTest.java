package dev.cognate.front;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.nio.file.Path;

class PostgresAccessKeysTest extends AccessKeysTest {

    @Override
    Store open(Path data) {
        return TestStores.postgres();
    }
}
