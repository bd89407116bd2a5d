package dev.cognate.store;

import java.nio.file.Path;

/** Stores for tests, real ones. Who opens a store closes it. */
public final class TestStores {

    private TestStores() {}

    /** The SQLite store of a folder. */
    public static Store sqlite(Path folder) {
        return SqliteStore.open(folder, StoreSettings.defaults());
    }

    /** A PostgreSQL store in a new and empty database. */
    public static Store postgres() {
        return postgres(TestPostgres.freshDatabase());
    }

    /** The PostgreSQL store of a database of {@link TestPostgres}, as one more server of it. */
    public static Store postgres(String jdbcUrl) {
        return PostgresStore.open(jdbcUrl, null, null, StoreSettings.defaults().withConnections(8));
    }
}
