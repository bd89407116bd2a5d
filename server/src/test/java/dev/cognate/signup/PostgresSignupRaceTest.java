package dev.cognate.signup;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;

final class PostgresSignupRaceTest extends SignupRaceTest {
    @Override
    Store open() {
        return TestStores.postgres();
    }
}
