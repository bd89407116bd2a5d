package dev.cognate.front;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.nio.file.Path;

class SqliteAccessKeysTest extends AccessKeysTest {

    @Override
    Store open(Path data) {
        return TestStores.sqlite(data);
    }
}
