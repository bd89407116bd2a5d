package dev.cognate.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteSealedValuesTest extends SealedValuesTest {
    @TempDir
    private Path folder;

    @Override
    Store open() {
        return TestStores.sqlite(folder);
    }

    @Override
    String columnsOfBytes() {
        return """
                SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c
                WHERE t.type = 'table' AND c.type = 'BLOB'
                """;
    }

    @Override
    String primaryKey() {
        return "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk";
    }
}
