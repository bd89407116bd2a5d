package dev.cognate.coverage;

import dev.cognate.app.TestServer;
import dev.cognate.store.TestStores;

final class PostgresUnusualRequestsTest extends UnusualRequestsTest {
    @Override
    TestServer started() {
        return TestServer.on(TestStores.postgres(), rules -> rules);
    }
}
