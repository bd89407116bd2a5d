package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.INCORRECT;
import static dev.cognate.signin.SigningIn.answer;
import static dev.cognate.signin.SigningIn.begin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.mfa.TestApp;
import dev.cognate.passkeys.TestAuthenticator;
import dev.cognate.passkeys.TestPasskeys;
import dev.cognate.store.Crowd;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** WEB_AUTHN over the wire. Reference: auth 4.5, 5, 6.8, 13, 21.5. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasskeyFactorTest {
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Jane with a passkey. */
    private record Jane(TestPool pool, TestAuthenticator authenticator) {
        static Jane in(TestServer server, String webAuthn) {
            TestPool pool = SigningIn.pool(server, TestPasskeys.ALLOWED);
            pool.adminCall("SetUserPoolMfaConfig", "\"WebAuthnConfiguration\":{" + webAuthn + "}");
            pool.confirmed("jane", "[]");
            TestAuthenticator authenticator = new TestAuthenticator();
            TestPasskeys.register(pool, pool.accessToken("jane"), authenticator);
            return new Jane(pool, authenticator);
        }

        static Jane in(TestServer server) {
            return in(server, "\"RelyingPartyId\":\"example.com\"");
        }

        Reply prefer(String factor) {
            return begin(pool, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", factor);
        }

        String sign(Reply challenge) {
            String options = challenge.member("CREDENTIAL_REQUEST_OPTIONS").replace("\\", "");
            String random = options.replaceAll(".*\"challenge\":\"([^\"]*)\".*", "$1");
            return authenticator
                    .authenticate(random, pool.user("jane").sub().value())
                    .replace("\"", "\\\"");
        }

        Reply say(Reply challenge, String credential) {
            return answer(pool, "WEB_AUTHN", challenge.member("Session"), "USERNAME", "jane", "CREDENTIAL", credential);
        }
    }

    /**
     * Clauses auth 4.5.6, auth 5.12. Row 6 of clause 4.5; the options are a string that holds JSON, good as long as
     * the session.
     */
    @Test
    void aPreferredPasskeySignsIn() {
        Jane jane = Jane.in(server);

        Reply challenge = jane.prefer("WEB_AUTHN");

        assertThat(challenge.body())
                .contains(
                        "\"ChallengeName\":\"WEB_AUTHN\"",
                        "\"AvailableChallenges\":[\"PASSWORD_SRP\",\"PASSWORD\",\"WEB_AUTHN\"]",
                        "\\\"timeout\\\":180000",
                        "\\\"rpId\\\":\\\"example.com\\\"");
        String credential = jane.sign(challenge);
        assertThat(jane.say(challenge, credential).body()).contains("\"AccessToken\":", "\"ChallengeParameters\":{}");
        assertThat(jane.say(challenge, credential).outcome()).isEqualTo(SigningIn.USED_SESSION);
    }

    /** Clause auth 6.8.t1. Clause 6.8. */
    @Test
    void aPasskeyMayBeChosen() {
        Jane jane = Jane.in(server);
        Reply choice = begin(jane.pool, "USER_AUTH", "USERNAME", "jane");

        Reply challenge = answer(
                jane.pool, "SELECT_CHALLENGE", choice.member("Session"), "USERNAME", "jane", "ANSWER", "WEB_AUTHN");

        assertThat(challenge.member("ChallengeName")).isEqualTo("WEB_AUTHN");
        assertThat(jane.say(challenge, jane.sign(challenge)).body()).contains("\"AccessToken\":");
    }

    /** Clause 21.5: a failure is told as a wrong password is; it leaves the session good, and counts (clause 13). */
    @Test
    void aWrongPasskeyIsRefusedAndCounts() {
        Jane jane = Jane.in(server);
        Reply challenge = jane.prefer("WEB_AUTHN");
        String stranger =
                new TestAuthenticator().authenticate("c".repeat(43), "somebody").replace("\"", "\\\"");
        for (int wrong = 1; wrong <= 5; wrong++) {
            assertThat(jane.say(challenge, stranger).outcome()).isEqualTo(INCORRECT);
        }

        assertThat(jane.say(challenge, jane.sign(challenge)).outcome())
                .isEqualTo("NotAuthorizedException: Password attempts exceeded");
        server.clock().advance(Duration.ofSeconds(1));
        assertThat(jane.say(challenge, jane.sign(challenge)).body()).contains("\"AccessToken\":");
    }

    /** Clause 21.5: the handle is no part of what is signed, so it does not say whose a passkey is. */
    @Test
    void aPasskeyOfAnotherUserProvesNothing() {
        Jane jane = Jane.in(server);
        jane.pool.confirmed("mallory", "[]");
        TestAuthenticator mallorys = new TestAuthenticator();
        TestPasskeys.register(jane.pool, jane.pool.accessToken("mallory"), mallorys);

        Reply challenge = jane.prefer("WEB_AUTHN");

        Jane inJanesName = new Jane(jane.pool, mallorys);
        assertThat(inJanesName.say(challenge, inJanesName.sign(challenge)).outcome())
                .isEqualTo(SigningIn.INCORRECT);
        assertThat(jane.say(challenge, jane.sign(challenge)).body()).contains("AccessToken");
    }

    /** Clause 8: who sends the right answer again, while it is being settled, has not guessed. */
    @Test
    void anAnswerThatIsSentManyTimesAtOnceIsNoWrongTry() throws Exception {
        Jane jane = Jane.in(server);
        for (int round = 1; round <= 3; round++) {
            jane.authenticator.counter(round);
            Reply challenge = jane.prefer("WEB_AUTHN");
            String credential = jane.sign(challenge);

            List<String> outcomes =
                    Crowd.of(16, i -> jane.say(challenge, credential).outcome());

            assertThat(outcomes)
                    .filteredOn(each -> !each.contains("AccessToken"))
                    .hasSize(15)
                    .containsOnly(SigningIn.USED_SESSION);
        }
    }

    /** Clause auth 4.5.7. Row 7 of clause 4.5. */
    @Test
    void aPreferredPasskeyOfAUserWithoutOneBecomesAChoice() {
        Jane jane = Jane.in(server);
        jane.pool.confirmed("john", "[]");

        assertThat(begin(jane.pool, "USER_AUTH", "USERNAME", "john", "PREFERRED_CHALLENGE", "WEB_AUTHN")
                        .body())
                .contains("\"SELECT_CHALLENGE\"", "\"AvailableChallenges\":[\"PASSWORD_SRP\",\"PASSWORD\"]");
    }

    /**
     * Clause auth 4.5.t2. Clause 4.5: in need of a second factor only the password is offered, unless the passkey is
     * both.
     */
    @Test
    void aPasskeyPassesASecondFactorByOnlyWhereItIsBoth() {
        Jane one = Jane.in(server);
        TestApp.take(one.pool, "OPTIONAL", TestApp.TOKENS);
        TestApp.preferred(one.pool, one.pool.accessToken("jane"));
        assertThat(one.prefer("WEB_AUTHN").body()).contains("\"AvailableChallenges\":[\"PASSWORD_SRP\",\"PASSWORD\"]");

        String both =
                "\"RelyingPartyId\":\"example.com\",\"FactorConfiguration\":\"MULTI_FACTOR_WITH_USER_VERIFICATION\"";
        Jane jane = Jane.in(server, both);
        TestApp.take(jane.pool, "OPTIONAL", TestApp.TOKENS + ",\"WebAuthnConfiguration\":{" + both + "}");
        String token = jane.pool.accessToken("jane");
        TestApp.preferred(jane.pool, token);
        jane.pool.callAs(token, "SetUserMFAPreference", "\"WebAuthnMfaSettings\":{\"Enabled\":true}");
        Reply challenge = jane.prefer("WEB_AUTHN");
        assertThat(challenge.member("ChallengeName")).isEqualTo("WEB_AUTHN");
        assertThat(jane.say(challenge, jane.sign(challenge)).body()).contains("\"AccessToken\":");
    }
}
