package dev.cognate.coverage;

import dev.cognate.app.TestServer;

final class SqliteUnusualRequestsTest extends UnusualRequestsTest {
    @Override
    TestServer started() {
        return TestServer.start();
    }
}
