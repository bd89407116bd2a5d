package dev.cognate.mfa;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;

final class PostgresSoftwareTokenRaceTest extends SoftwareTokenRaceTest {
    @Override
    Store open() {
        return TestStores.postgres();
    }
}
