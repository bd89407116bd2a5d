package dev.cognate.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.store.Crowd;
import dev.cognate.store.Store;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many clients with one code of an app at the same moment, whatever the database. Reference: auth 6.4. */
abstract class SoftwareTokenRaceTest {
    private static final int CLIENTS = 32;
    private static final int ROUNDS = "full".equals(System.getProperty("cognate.proofs")) ? 1_000 : 10;

    /** Opens an empty store; the server closes it. */
    abstract Store open() throws Exception;

    @Test
    void ofManyWithOneCodeExactlyOneGetsIn() throws Exception {
        try (TestServer server = TestServer.on(open(), rules -> rules)) {
            TestPool pool = AssociateSoftwareTokenTest.pool(server);
            TestApp app = TestApp.preferred(pool, pool.accessToken("jane"));
            for (int round = 0; round < ROUNDS; round++) {
                server.clock().advance(Duration.ofMinutes(1));
                String code = app.code();

                List<TotpCheck> checks = Crowd.of(CLIENTS, _ -> AssociateSoftwareTokenTest.check(pool, code));

                assertThat(checks)
                        .as("round " + round)
                        .containsOnlyOnce(TotpCheck.RIGHT)
                        .containsOnly(TotpCheck.RIGHT, TotpCheck.USED);
            }
        }
    }

    @Test
    void ofManyWhoVerifyOneSeedExactlyOneSucceeds() throws Exception {
        try (TestServer server = TestServer.on(open(), rules -> rules)) {
            TestPool pool = AssociateSoftwareTokenTest.pool(server);
            String token = pool.accessToken("jane");
            for (int round = 0; round < ROUNDS; round++) {
                TestApp app = TestApp.associated(pool, token);

                List<String> faults = Crowd.of(CLIENTS, _ -> app.verify(token).fault());

                assertThat(faults)
                        .as("round " + round)
                        .containsOnlyOnce("none")
                        .containsOnly("none", "InvalidParameterException");
            }
        }
    }
}
