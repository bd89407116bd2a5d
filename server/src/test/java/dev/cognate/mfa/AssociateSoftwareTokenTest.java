package dev.cognate.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.directory.User;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** AssociateSoftwareToken with an access token. Reference: auth 19.3; with a session: SoftwareTokenOnTheWayTest. */
class AssociateSoftwareTokenTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static TestPool pool(TestServer server) {
        TestPool pool = server.pool("");
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        pool.confirmed("jane", "[]");
        return pool;
    }

    /** Clause auth 19.3.t1. "52 characters = 32 bytes", Base32 without padding, and no session. */
    @Test
    void aSeedIsHandedOut() {
        TestPool pool = pool(server);

        Reply reply = pool.callAs(pool.accessToken("jane"), "AssociateSoftwareToken", "");

        assertThat(reply.body()).matches("\\{\"SecretCode\":\"[A-Z2-7]{52}\"\\}");
    }

    @Test
    void everyCallHandsOutAnotherSeed() {
        TestPool pool = pool(server);
        String token = pool.accessToken("jane");

        assertThat(pool.callAs(token, "AssociateSoftwareToken", "").member("SecretCode"))
                .isNotEqualTo(pool.callAs(token, "AssociateSoftwareToken", "").member("SecretCode"));
    }

    /** Clause auth 19.3.t2. "The old verified one stays until the new one is verified". */
    @Test
    void theVerifiedSeedStaysUntilACodeOfTheNewOneIsSeen() {
        TestPool pool = pool(server);
        String token = pool.accessToken("jane");
        TestApp old = TestApp.preferred(pool, token);
        TestApp young = TestApp.associated(pool, token);
        server.clock().advance(Duration.ofMinutes(2));

        assertThat(check(pool, young.code())).isEqualTo(TotpCheck.WRONG);
        assertThat(check(pool, old.code())).isEqualTo(TotpCheck.RIGHT);

        young.verify(token);
        server.clock().advance(Duration.ofMinutes(2));
        assertThat(check(pool, old.code())).isEqualTo(TotpCheck.WRONG);
        assertThat(check(pool, young.code())).isEqualTo(TotpCheck.RIGHT);
    }

    static TotpCheck check(TestPool pool, String code) {
        Mfa mfa = pool.server().rooms().mfa();
        return pool.server().store().write(tx -> mfa.check(tx, pool.user("jane"), code));
    }

    /** Clause auth 12.24. */
    @Test
    void aPoolThatTakesNoAppsRefuses() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");

        assertThat(pool.callAs(pool.accessToken("jane"), "AssociateSoftwareToken", "")
                        .outcome())
                .isEqualTo(
                        "SoftwareTokenMFANotFoundException: Software Token MFA has not been enabled by the userPool");
    }

    /** Clause auth 19.3.t1. */
    @Test
    void withoutTokenAndSessionNobodyAsks() {
        assertThat(server.call("AssociateSoftwareToken", "{}").outcome())
                .isEqualTo("InvalidParameterException: Either AccessToken or Session is required.");
    }

    @Test
    void aSessionThatNobodyIssuedIsRefused() {
        assertThat(server.call("AssociateSoftwareToken", "{\"Session\":\"AYABeAAAAAAAAAAAAAAAAAAA\"}")
                        .outcome())
                .isEqualTo("NotAuthorizedException: Invalid session for the user.");
    }

    /** Its model lists neither UserNotFoundException nor PasswordResetRequiredException. */
    @Test
    void refusalsThatTheModelDoesNotListAreToldAsNotAuthorized() {
        TestPool pool = pool(server);
        String token = pool.accessToken("jane");
        pool.admin("AdminDeleteUser", "jane");

        assertThat(pool.callAs(token, "AssociateSoftwareToken", "").fault()).isEqualTo("NotAuthorizedException");
    }

    /** The seed is sealed where it lies. */
    @Test
    void theSeedIsNotInTheStoreAsItIs() {
        TestPool pool = pool(server);
        TestApp app = TestApp.associated(pool, pool.accessToken("jane"));

        User jane = pool.user("jane");
        SoftwareToken token = server.store().read(tx -> SoftwareTokensTable.find(tx, jane.pool(), jane.sub()));
        byte[] stored = Objects.requireNonNull(Objects.requireNonNull(token).pending());
        assertThat(stored).hasSize(32 + 45);
        assertThat(Totp.code(stored, 1)).isNotEqualTo(app.code());
    }
}
