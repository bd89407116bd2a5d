package dev.cognate.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.store.Crowd;
import dev.cognate.store.Store;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The keys of a pool: made once, whoever asks first. Reference: auth 15. */
abstract class SigningKeysTest {
    private static final int CLIENTS = 8;

    /** Opens an empty store; the servers close it. */
    abstract Store open() throws Exception;

    private static String path(TestPool pool) {
        return "/" + pool.id() + "/.well-known/jwks.json";
    }

    @Test
    void nodesThatNeedTheKeysAtOnceAgreeOnThem() throws Exception {
        Store store = open();
        try (TestServer one = TestServer.on(store, rules -> rules);
                TestServer other = TestServer.on(store, rules -> rules)) {
            TestPool pool = one.pool("");

            List<String> sets = Crowd.of(
                    CLIENTS,
                    number -> (number % 2 == 0 ? one : other).get(path(pool)).body());

            assertThat(sets.stream().distinct()).hasSize(1);
        }
    }

    @Test
    void oneNodeAcceptsTheTokensOfAnother() throws Exception {
        Store store = open();
        try (TestServer one = TestServer.on(store, rules -> rules);
                TestServer other = TestServer.on(store, rules -> rules)) {
            TestPool pool = one.pool("");
            pool.confirmed("jane", "[]");

            assertThat(new TestPool(other, pool.id(), pool.client())
                            .callAs(pool.accessToken("jane"), "GetUser", "")
                            .fault())
                    .isEqualTo("none");
        }
    }

    @Test
    void thePrivateKeyIsStoredSealed() throws Exception {
        try (TestServer server = TestServer.on(open(), rules -> rules)) {
            TestPool pool = server.pool("");
            server.get(path(pool));

            List<byte[]> stored =
                    server.store().read(tx -> tx.list("SELECT sealed FROM signing_keys", row -> row.bytes(1)));

            // An encoded key begins with a sequence tag; a seal with its version.
            assertThat(stored)
                    .hasSize(2)
                    .allSatisfy(bytes -> assertThat(bytes[0]).isEqualTo((byte) 1));
        }
    }
}
