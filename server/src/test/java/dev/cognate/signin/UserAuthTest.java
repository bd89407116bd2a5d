package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.INCORRECT;
import static dev.cognate.signin.SigningIn.PASSWORD;
import static dev.cognate.signin.SigningIn.answer;
import static dev.cognate.signin.SigningIn.begin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.mfa.TestApp;
import dev.cognate.passkeys.TestPasskeys;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Reference: auth 4.5, 6.3, 6.8, 11, 28.3. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserAuthTest {
    private static final String CODES = """
        "Policies":{"SignInPolicy":{"AllowedFirstAuthFactors":["PASSWORD","EMAIL_OTP"]}}\
        """;
    private static final String WRONG_CODE = "CodeMismatchException: Invalid code or auth state for the user.";

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private TestPool jane(TestPool pool) {
        pool.confirmed("jane", "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]");
        return pool;
    }

    private static Reply choose(TestPool pool, String... further) {
        String[] all = new String[further.length + 2];
        all[0] = "USERNAME";
        all[1] = "jane";
        System.arraycopy(further, 0, all, 2, further.length);
        return begin(pool, "USER_AUTH", all);
    }

    private static Reply byCode(TestPool pool, String username) {
        return begin(pool, "USER_AUTH", "USERNAME", username, "PREFERRED_CHALLENGE", "EMAIL_OTP");
    }

    private static Reply code(TestPool pool, Reply challenge, String username, String code) {
        return answer(pool, "EMAIL_OTP", challenge.member("Session"), "USERNAME", username, "EMAIL_OTP_CODE", code);
    }

    /** Clauses auth 3.6, auth 4.5.1. */
    @Test
    void withoutAPreferenceTheUserChooses() {
        TestPool pool = jane(SigningIn.pool(server, CODES));

        Reply reply = choose(pool);

        assertThat(reply.body())
                .contains(
                        "\"ChallengeName\":\"SELECT_CHALLENGE\"",
                        "\"AvailableChallenges\":[\"PASSWORD_SRP\",\"PASSWORD\",\"EMAIL_OTP\"]",
                        "\"ChallengeParameters\":{}");
    }

    /** Clauses auth 4.5.2, auth 5.2. Row 2. */
    @Test
    void aPreferredPasswordIsAskedForOrTakenAtOnce() {
        TestPool pool = jane(SigningIn.pool(server, ""));

        Reply asked = choose(pool, "PREFERRED_CHALLENGE", "PASSWORD");
        assertThat(asked.member("ChallengeName")).isEqualTo("PASSWORD");
        String session = asked.member("Session");
        assertThat(answer(pool, "PASSWORD", session, "USERNAME", "jane", "PASSWORD", "wrong")
                        .outcome())
                .isEqualTo(INCORRECT);
        assertThat(answer(pool, "PASSWORD", session, "USERNAME", "jane", "PASSWORD", PASSWORD)
                        .body())
                .contains("AccessToken");
        assertThat(choose(pool, "PREFERRED_CHALLENGE", "PASSWORD", "PASSWORD", PASSWORD)
                        .body())
                .contains("AccessToken");
        assertThat(choose(pool, "PREFERRED_CHALLENGE", "PASSWORD", "PASSWORD", "wrong")
                        .outcome())
                .isEqualTo(INCORRECT);
    }

    /** Clauses auth 4.5.3, auth 4.5.4. Rows 3 and 4. */
    @Test
    void aPreferredSrpNeedsTheClientsNumber() {
        TestPool pool = jane(SigningIn.pool(server, ""));
        SrpClient client = new SrpClient(pool.pool().shortName(), PASSWORD);

        assertThat(choose(pool, "PREFERRED_CHALLENGE", "PASSWORD_SRP").outcome())
                .isEqualTo("InvalidParameterException: Missing required parameter SRP_A");
        Reply reply = choose(pool, "PREFERRED_CHALLENGE", "PASSWORD_SRP", "SRP_A", client.publicNumber());
        assertThat(reply.member("ChallengeName")).isEqualTo("PASSWORD_VERIFIER");
        assertThat(reply.member("Session")).isNotEmpty();
    }

    /** Clauses auth 4.5.5, auth 4.5.t3, auth 6.3.t2. Row 5 and clause 28.3. */
    @Test
    void aCodeByEmailSignsInAndVerifiesTheAddress() {
        TestPool pool = jane(SigningIn.pool(server, CODES));

        Reply challenge = byCode(pool, "jane");

        assertThat(challenge.body())
                .contains(
                        "\"ChallengeName\":\"EMAIL_OTP\"",
                        "\"CODE_DELIVERY_DELIVERY_MEDIUM\":\"EMAIL\"",
                        "\"CODE_DELIVERY_DESTINATION\":\"j***@e***\"",
                        "AvailableChallenges");
        String sent = pool.code("jane");
        assertThat(sent).matches("\\d{8}");
        assertThat(code(pool, challenge, "jane", "00000000x").outcome()).isEqualTo(WRONG_CODE);
        assertThat(code(pool, challenge, "jane", sent).body())
                .as("a wrong code does not use the session up")
                .contains("AccessToken");
        assertThat(pool.user("jane").attribute("email_verified")).isEqualTo("true");
        assertThat(code(pool, challenge, "jane", sent).outcome())
                .isEqualTo("NotAuthorizedException: Invalid session for the user, session can only be used once.");
    }

    /** Clause auth 4.5.t3. Auth 4.5: an UNCONFIRMED user who signs in by code is confirmed; by password it is not. */
    @Test
    void aCodeConfirmsAUserWhoHasNotConfirmed() {
        TestPool pool = SigningIn.pool(server, CODES);
        pool.signUp("jane", "jane@example.com");
        assertThat(choose(pool, "PREFERRED_CHALLENGE", "PASSWORD", "PASSWORD", PASSWORD)
                        .outcome())
                .isEqualTo("UserNotConfirmedException: User is not confirmed.");

        Reply challenge = byCode(pool, "jane");
        assertThat(challenge.body()).contains("\"AvailableChallenges\":[\"EMAIL_OTP\"]");
        assertThat(code(pool, challenge, "jane", pool.code("jane")).body()).contains("AccessToken");

        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("CONFIRMED");
    }

    /** Clauses auth 12.21.2, auth 6.3.t2. Auth 13: wrong codes start the lock, beside wrong passwords. */
    @Test
    void wrongCodesCountLikeWrongPasswords() {
        TestPool pool = jane(SigningIn.pool(server, CODES));
        Reply challenge = byCode(pool, "jane");
        for (int wrong = 1; wrong <= 5; wrong++) {
            assertThat(code(pool, challenge, "jane", "wrong").outcome()).isEqualTo(WRONG_CODE);
        }

        assertThat(code(pool, challenge, "jane", pool.code("jane")).outcome())
                .isEqualTo("NotAuthorizedException: Password attempts exceeded");
        assertThat(SigningIn.password(pool, "jane", PASSWORD).outcome())
                .isEqualTo("NotAuthorizedException: Password attempts exceeded");
    }

    /** Clause A9.4. */
    @Test
    void aCodeIsOfItsSessionsTimeAndItsAddress() {
        TestPool pool = jane(SigningIn.pool(server, CODES));
        Reply late = byCode(pool, "jane");
        String lateCode = pool.code("jane");
        server.clock().advance(Duration.ofMinutes(3));
        assertThat(code(pool, late, "jane", lateCode).outcome())
                .isEqualTo("NotAuthorizedException: Invalid session for the user, session is expired.");

        Reply challenge = byCode(pool, "jane");
        String code = pool.code("jane");
        pool.adminCall("AdminUpdateUserAttributes", """
            "Username":"jane","UserAttributes":[{"Name":"email","Value":"other@example.com"}]\
            """);
        assertThat(code(pool, challenge, "jane", code).outcome()).isEqualTo(WRONG_CODE);
    }

    @Test
    void ofManyRightCodesAtOnceOneWins() throws Exception {
        TestPool pool = jane(SigningIn.pool(server, CODES));
        Reply challenge = byCode(pool, "jane");
        String code = pool.code("jane");

        List<String> outcomes =
                LockoutTest.atOnce(32, i -> code(pool, challenge, "jane", code).outcome());

        assertThat(outcomes).filteredOn(each -> each.contains("AccessToken")).hasSize(1);
    }

    /** Clauses auth 11.4, auth 8.t1. Row 4 of clause 11, and clause 28.3. */
    @Test
    void nobodyIsAskedForACodeThatWasNeverSent() {
        TestPool pool = SigningIn.concealing(server, CODES);
        jane(pool);

        Reply nobody = byCode(pool, "nobody@example.com");
        Reply real = byCode(pool, "jane");

        assertThat(nobody.member("CODE_DELIVERY_DESTINATION")).isEqualTo("n***@e***");
        assertThat(nobody.member("Session")).hasSameSizeAs(real.member("Session"));
        assertThat(server.inbox(pool.id(), "nobody@example.com")).isEmpty();
        assertThat(code(pool, nobody, "nobody@example.com", "12345678").outcome())
                .isEqualTo(WRONG_CODE);
        assertThat(byCode(SigningIn.pool(server, CODES), "nobody").outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    /** Clauses auth 5.11, auth 6.8.t1, auth 6.8.t2. Auth 6.8. */
    @Test
    void whatIsChosenLaterBegins() {
        TestPool pool = jane(SigningIn.pool(server, CODES));

        assertThat(select(pool, "PASSWORD", "PASSWORD", PASSWORD).body()).contains("AccessToken");
        assertThat(select(pool, "PASSWORD").member("ChallengeName")).isEqualTo("PASSWORD");
        assertThat(select(pool, "PASSWORD_SRP").member("ChallengeName")).isEqualTo("PASSWORD_SRP");
        SrpClient client = new SrpClient(pool.pool().shortName(), PASSWORD);
        assertThat(select(pool, "PASSWORD_SRP", "SRP_A", client.publicNumber()).member("ChallengeName"))
                .isEqualTo("PASSWORD_VERIFIER");
        assertThat(select(pool, "EMAIL_OTP").member("ChallengeName")).isEqualTo("EMAIL_OTP");
        assertThat(select(pool, "SMS_OTP").fault()).isEqualTo("InvalidParameterException");
        assertThat(select(pool, "NONSENSE").fault()).isEqualTo("InvalidParameterException");
    }

    private static Reply select(TestPool pool, String factor, String... further) {
        String[] all = new String[further.length + 4];
        all[0] = "USERNAME";
        all[1] = "jane";
        all[2] = "ANSWER";
        all[3] = factor;
        System.arraycopy(further, 0, all, 4, further.length);
        return answer(pool, "SELECT_CHALLENGE", choose(pool).member("Session"), all);
    }

    /** Clause auth 4.5.t1. Auth 4.5: only the password while it is a temporary one, even where a code is preferred. */
    @Test
    void aTemporaryPasswordIsNotPassedBy() {
        TestPool pool = SigningIn.pool(server, CODES);
        pool.adminCreate("jane", """
            "TemporaryPassword":"Temp0rary-Horse!","MessageAction":"SUPPRESS",
            "UserAttributes":[{"Name":"email","Value":"jane@example.com"}]\
            """);

        assertThat(byCode(pool, "jane").body())
                .contains("SELECT_CHALLENGE", "\"AvailableChallenges\":[\"PASSWORD_SRP\",\"PASSWORD\"]");
    }

    /** Auth 11: in a pool of second factors nobody is offered codes; so neither is a name without a user. */
    @Test
    void whereEverybodyNeedsASecondFactorANameIsOfferedNoMore() {
        TestPool pool = SigningIn.concealing(server, CODES);
        TestApp.take(pool, "ON", TestApp.TOKENS);
        jane(pool);

        assertThat(choices(pool, "nobody")).isEqualTo(choices(pool, "jane")).isEqualTo("\"PASSWORD_SRP\",\"PASSWORD\"");
    }

    /** Auth 11: a passkey among the choices does not tell that there is a user; the list of a name is always the same. */
    @Test
    void someNamesWithoutAUserSeemToHaveAPasskey() {
        TestPool pool = SigningIn.concealing(server, TestPasskeys.ALLOWED);
        pool.adminCall("SetUserPoolMfaConfig", "\"WebAuthnConfiguration\":{\"RelyingPartyId\":\"example.com\"}");
        List<String> names = IntStream.range(0, 32).mapToObj(i -> "nobody" + i).toList();

        List<String> lists = names.stream().map(name -> choices(pool, name)).toList();

        assertThat(lists)
                .contains("\"PASSWORD_SRP\",\"PASSWORD\"", "\"PASSWORD_SRP\",\"PASSWORD\",\"WEB_AUTHN\"")
                .isEqualTo(names.stream().map(name -> choices(pool, name)).toList());
        String seeming = names.get(lists.indexOf("\"PASSWORD_SRP\",\"PASSWORD\",\"WEB_AUTHN\""));
        Reply asked = begin(pool, "USER_AUTH", "USERNAME", seeming, "PREFERRED_CHALLENGE", "WEB_AUTHN");
        assertThat(asked.body()).contains("CREDENTIAL_REQUEST_OPTIONS");
        assertThat(answer(pool, "WEB_AUTHN", asked.member("Session"), "USERNAME", seeming, "CREDENTIAL", "{}")
                        .outcome())
                .isEqualTo(SigningIn.INCORRECT);
    }

    private static String choices(TestPool pool, String username) {
        String body = begin(pool, "USER_AUTH", "USERNAME", username).body();
        int start = body.indexOf("\"AvailableChallenges\":[") + "\"AvailableChallenges\":[".length();
        return body.substring(start, body.indexOf(']', start));
    }

    /** Auth 22. */
    @Test
    void theLowestTierHasNoChoice() {
        TestPool pool = jane(SigningIn.pool(server, "\"UserPoolTier\":\"LITE\""));

        assertThat(choose(pool).fault()).isEqualTo("FeatureUnavailableInTierException");
    }

    /** Clauses auth 29.4, auth 4.5.t5. */
    @Test
    void aSignInByCodeAsksTheFunctionsInTheirOrder() {
        server.function().reset();
        TestPool pool = SigningIn.pool(
                server,
                CODES + ","
                        + TestFunction.as(
                                "PreAuthentication", "CustomMessage", "PostAuthentication", "PreTokenGeneration"));
        pool.confirmed("jane", "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]");

        Reply challenge = byCode(pool, "jane");
        assertThat(code(pool, challenge, "jane", pool.code("jane")).body()).contains("AccessToken");

        assertThat(server.function().events())
                .extracting(TriggersTest::source)
                .containsExactly(
                        "PreAuthentication_Authentication",
                        "CustomMessage_Authentication",
                        "PostAuthentication_Authentication",
                        "TokenGeneration_Authentication");
    }
}
