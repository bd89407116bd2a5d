package dev.cognate.store;

final class PostgresSealKeysTest extends SealKeysTest {

    @Override
    Store open() {
        return TestStores.postgres();
    }
}
