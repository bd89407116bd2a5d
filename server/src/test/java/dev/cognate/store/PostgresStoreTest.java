package dev.cognate.store;

final class PostgresStoreTest extends StoreTest {
    private final String database = TestPostgres.freshDatabase();

    @Override
    Store open() {
        return TestStores.postgres(database);
    }

    @Override
    String blob() {
        return "BYTEA";
    }
}
