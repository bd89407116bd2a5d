package dev.cognate.signin;

import dev.cognate.store.Store;
import dev.cognate.store.TestPostgres;
import dev.cognate.store.TestStores;
import java.util.List;

final class PostgresSigninRaceTest extends SigninRaceTest {
    @Override
    List<Store> open() {
        String database = TestPostgres.freshDatabase();
        return List.of(TestStores.postgres(database), TestStores.postgres(database));
    }
}
