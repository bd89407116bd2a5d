package dev.cognate.passwords;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;

final class PostgresPasswordRaceTest extends PasswordRaceTest {
    @Override
    Store open() {
        return TestStores.postgres();
    }
}
