package dev.cognate.coverage;

import dev.cognate.app.TestServer;
import dev.cognate.store.TestStores;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What the other database minds, such as U+0000, is the same for all operations: a proof for {@code -Pfull}. */
@EnabledIfSystemProperty(named = "cognate.proofs", matches = "full")
final class PostgresUnusualRequestsTest extends UnusualRequestsTest {
    @Override
    TestServer started() {
        return TestServer.on(TestStores.postgres(), rules -> rules);
    }
}
