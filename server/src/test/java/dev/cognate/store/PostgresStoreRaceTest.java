package dev.cognate.store;

final class PostgresStoreRaceTest extends StoreRaceTest {

    @Override
    Store open() {
        return TestStores.postgres();
    }
}
