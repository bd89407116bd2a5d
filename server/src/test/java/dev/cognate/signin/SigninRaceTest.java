package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.PASSWORD;
import static dev.cognate.signin.SigningIn.answer;
import static dev.cognate.signin.SigningIn.begin;
import static dev.cognate.signin.SigningIn.password;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.store.Crowd;
import dev.cognate.store.Store;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many who sign in as one user at the same moment, at two servers on one database. Reference: auth 8, 13, 16.3. */
abstract class SigninRaceTest {
    private static final int CLIENTS = 32;
    private static final int ROUNDS = "full".equals(System.getProperty("cognate.proofs")) ? 1_000 : 3;
    private static final String BY_EMAIL =
            "\"Policies\":{\"SignInPolicy\":{\"AllowedFirstAuthFactors\":[\"PASSWORD\",\"EMAIL_OTP\"]}}";
    private static final String ADDRESS = "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]";

    /** Opens an empty store for two servers. */
    abstract List<Store> open() throws Exception;

    /** What one user and many clients do at two servers. */
    private interface Scene {
        void play(TestPool one, TestPool other, String username) throws Exception;
    }

    private void atTwoServers(String poolMembers, String clientMembers, Scene scene) throws Exception {
        List<Store> stores = open();
        try (TestServer one = TestServer.on(stores.getFirst(), rules -> rules);
                TestServer other = TestServer.on(stores.getLast(), rules -> rules)) {
            TestPool made = one.pool(poolMembers);
            TestPool pool = made.through(made.newClient(clientMembers).member("ClientId"));
            TestPool same = new TestPool(other, pool.id(), pool.client());
            for (int round = 0; round < ROUNDS; round++) {
                String username = "user" + round;
                pool.confirmed(username, ADDRESS);
                scene.play(pool, same, username);
            }
        }
    }

    private static boolean isSignedIn(String outcome) {
        return outcome.contains("AccessToken");
    }

    /** Clause 16.3: without a grace period a token is good for one exchange; who comes second ends the sign-in. */
    @Test
    void ofManyExchangesOfOneTokenOneSucceeds() throws Exception {
        String rotating = """
                "ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH"],
                "RefreshTokenRotation":{"Feature":"ENABLED","RetryGracePeriodSeconds":0}""";
        atTwoServers("", rotating, (one, other, username) -> {
            String token = password(one, username, PASSWORD).member("RefreshToken");

            List<String> outcomes = Crowd.of(
                    CLIENTS,
                    i -> (i % 2 == 0 ? one : other)
                            .call("GetTokensFromRefreshToken", "\"RefreshToken\":\"" + token + "\"")
                            .outcome());

            assertThat(outcomes)
                    .as(username)
                    .filteredOn(SigninRaceTest::isSignedIn)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(each -> !isSignedIn(each))
                    .allMatch(each -> each.startsWith("RefreshTokenReuseException")
                            || each.equals("NotAuthorizedException: Refresh Token has been revoked"));
        });
    }

    /** Clause 8: one code, one sign-in. */
    @Test
    void ofManyRightAnswersToOneSessionOneSucceeds() throws Exception {
        atTwoServers(BY_EMAIL, SigningIn.EVERY_FLOW, (one, other, username) -> {
            Reply asked = begin(one, "USER_AUTH", "USERNAME", username, "PREFERRED_CHALLENGE", "EMAIL_OTP");
            String code = one.code(username);

            List<String> outcomes = Crowd.of(
                    CLIENTS,
                    i -> answerByCode(i % 2 == 0 ? one : other, asked, username, code)
                            .outcome());

            assertThat(outcomes)
                    .as(username)
                    .filteredOn(SigninRaceTest::isSignedIn)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(each -> !isSignedIn(each))
                    .allMatch(each -> each.startsWith("NotAuthorizedException: Invalid session for the user"));
        });
    }

    private static Reply answerByCode(TestPool pool, Reply asked, String username, String code) {
        return answer(pool, "EMAIL_OTP", asked.member("Session"), "USERNAME", username, "EMAIL_OTP_CODE", code);
    }

    /** Clauses 8 and 9: one exchange, one sign-in, which is stored in the transaction that uses the exchange up. */
    @Test
    void ofManyRightProofsOfAPasswordOneSucceeds() throws Exception {
        atTwoServers("", SigningIn.EVERY_FLOW, (one, other, username) -> {
            SrpClient client = new SrpClient(one.pool().shortName(), PASSWORD);
            Reply asked = begin(one, "USER_SRP_AUTH", "USERNAME", username, "SRP_A", client.publicNumber());
            String timestamp = SrpClient.timestamp(one.server().clock().instant());
            String signature = client.sign(asked, username, timestamp);

            List<String> outcomes = Crowd.of(
                    CLIENTS,
                    i -> answerByProof(i % 2 == 0 ? one : other, asked, username, signature, timestamp)
                            .outcome());

            assertThat(outcomes)
                    .as(username)
                    .filteredOn(SigninRaceTest::isSignedIn)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(each -> !isSignedIn(each))
                    .allMatch(each -> each.startsWith("NotAuthorizedException: Invalid session for the user")
                            || each.equals(SigningIn.INCORRECT));
        });
    }

    private static Reply answerByProof(
            TestPool pool, Reply asked, String username, String signature, String timestamp) {
        return answer(
                pool,
                "PASSWORD_VERIFIER",
                "",
                "USERNAME",
                username,
                "PASSWORD_CLAIM_SIGNATURE",
                signature,
                "PASSWORD_CLAIM_SECRET_BLOCK",
                asked.member("SECRET_BLOCK"),
                "TIMESTAMP",
                timestamp);
    }

    /** Clause 13: the clock stands still, so the fifth wrong code locks whoever comes after, at whatever server. */
    @Test
    void ofManyGuessesAtOnceFiveAreLookedAt() throws Exception {
        atTwoServers(BY_EMAIL, SigningIn.EVERY_FLOW, (one, other, username) -> {
            Reply asked = begin(one, "USER_AUTH", "USERNAME", username, "PREFERRED_CHALLENGE", "EMAIL_OTP");

            List<String> outcomes = Crowd.of(
                    CLIENTS,
                    i -> answerByCode(i % 2 == 0 ? one : other, asked, username, "wrong" + i)
                            .outcome());

            assertThat(outcomes)
                    .filteredOn(each -> each.startsWith("CodeMismatchException"))
                    .hasSize(5);
            assertThat(outcomes)
                    .filteredOn(each -> !each.startsWith("CodeMismatchException"))
                    .allMatch(each -> each.equals("NotAuthorizedException: Password attempts exceeded"));
            assertThat(password(other, username, PASSWORD).outcome())
                    .isEqualTo("NotAuthorizedException: Password attempts exceeded");
        });
    }
}
