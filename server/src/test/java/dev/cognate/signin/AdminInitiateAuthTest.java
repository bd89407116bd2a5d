package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.INCORRECT;
import static dev.cognate.signin.SigningIn.PASSWORD;
import static dev.cognate.signin.SigningIn.adminBegin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.crypto.SecretHash;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference: auth 3, 4.2, 11. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminInitiateAuthTest {
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Clause auth 3.3. */
    @ParameterizedTest
    @ValueSource(strings = {"ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"})
    void thePasswordGivesTokensByEitherName(String flow) {
        TestPool pool = SigningIn.pool(server, "");
        pool.confirmed("jane", "[]");

        assertThat(adminBegin(pool, flow, "USERNAME", "jane", "PASSWORD", PASSWORD)
                        .body())
                .contains("\"AccessToken\":", "\"ChallengeParameters\":{}");
        assertThat(adminBegin(pool, flow, "USERNAME", "jane", "PASSWORD", "wrong")
                        .outcome())
                .isEqualTo(INCORRECT);
    }

    /** Clauses auth 3.2, auth 3.s3. */
    @Test
    void theUsersOwnPasswordFlowIsNotSupported() {
        assertThat(adminBegin(SigningIn.pool(server, ""), "USER_PASSWORD_AUTH").outcome())
                .isEqualTo("InvalidParameterException: Initiate Auth method not supported.");
    }

    /** Clauses auth 3.s5, auth 12.18.2. */
    @ParameterizedTest
    @ValueSource(strings = {"ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH", "USER_AUTH"})
    void aFlowThatTheClientMayNotUseIsRefused(String flow) {
        assertThat(adminBegin(server.pool(""), flow).outcome())
                .isEqualTo("InvalidParameterException: Auth flow not enabled for this client");
    }

    /** Clauses auth 3.s1, auth 3.s2. */
    @Test
    void thePoolAndItsClientMustExist() {
        TestPool pool = SigningIn.pool(server, "");
        TestPool stranger = SigningIn.pool(server, "");

        assertThat(adminBegin(new TestPool(server, "us-east-1_Nowhere00", pool.client()), "ADMIN_NO_SRP_AUTH")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_Nowhere00 does not exist.");
        assertThat(adminBegin(pool.through(stranger.client()), "ADMIN_NO_SRP_AUTH")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool client " + stranger.client() + " does not exist.");
    }

    /** Clause auth 10.t4. */
    @Test
    void theClientProvesItsSecretToAdministratorsToo() {
        TestPool pool = server.pool("");
        Reply made = pool.newClient("\"GenerateSecret\":true," + SigningIn.EVERY_FLOW);
        TestPool secret = pool.through(made.member("ClientId"));
        pool.confirmed("jane", "[]");
        String hash = SecretHash.of(made.member("ClientSecret"), "jane", secret.client());

        assertThat(adminBegin(secret, "ADMIN_USER_PASSWORD_AUTH", "USERNAME", "jane", "PASSWORD", PASSWORD)
                        .outcome())
                .isEqualTo("NotAuthorizedException: Client " + secret.client()
                        + " is configured with secret but SECRET_HASH was not received");
        assertThat(adminBegin(
                                secret,
                                "ADMIN_USER_PASSWORD_AUTH",
                                "USERNAME",
                                "jane",
                                "PASSWORD",
                                PASSWORD,
                                "SECRET_HASH",
                                hash)
                        .body())
                .contains("\"AccessToken\":");
    }

    /** Clause auth 11.7. Row 6 of clause 11. */
    @Test
    void anUnknownUserIsTreatedAsByTheUsersOwnOperation() {
        assertThat(adminBegin(
                                SigningIn.pool(server, ""),
                                "ADMIN_USER_PASSWORD_AUTH",
                                "USERNAME",
                                "nobody",
                                "PASSWORD",
                                PASSWORD)
                        .outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(adminBegin(
                                SigningIn.concealing(server, ""),
                                "ADMIN_USER_PASSWORD_AUTH",
                                "USERNAME",
                                "nobody",
                                "PASSWORD",
                                PASSWORD)
                        .outcome())
                .isEqualTo(INCORRECT);
    }
}
