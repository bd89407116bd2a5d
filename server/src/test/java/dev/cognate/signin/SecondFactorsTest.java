package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.PASSWORD;
import static dev.cognate.signin.SigningIn.answer;
import static dev.cognate.signin.SigningIn.password;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.mfa.TestApp;
import dev.cognate.store.Crowd;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Reference: auth 6.3 to 6.6, 7, 28.2, 29. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondFactorsTest {
    private static final String SMS = """
        "SmsMfaConfiguration":{"SmsConfiguration":{"SnsCallerArn":"arn:aws:iam::123456789012:role/sms"}}\
        """;
    private static final String PHONE = "[{\"Name\":\"phone_number\",\"Value\":\"+12065550100\"}]";

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static Reply token(TestPool pool, Reply challenge, String code) {
        return answer(
                pool,
                "SOFTWARE_TOKEN_MFA",
                challenge.member("Session"),
                "USERNAME",
                "jane",
                "SOFTWARE_TOKEN_MFA_CODE",
                code);
    }

    /**
     * Clauses auth 12.21.1, auth 12.22, auth 29.t6, auth 5.8, auth 6.4.t1, auth 7.s4. Auth 6.4; the reuse of a code is
     * refused (clause 29).
     */
    @Test
    void aCodeOfTheAppFollowsThePassword() {
        TestPool pool = SigningIn.pool(server, "");
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        pool.confirmed("jane", "[]");
        TestApp app = TestApp.preferred(pool, pool.accessToken("jane"));
        String used = app.code();

        Reply challenge = password(pool, "jane", PASSWORD);

        assertThat(challenge.member("ChallengeName")).isEqualTo("SOFTWARE_TOKEN_MFA");
        assertThat(challenge.member("USER_ID_FOR_SRP")).isEqualTo("jane");
        assertThat(challenge.body()).doesNotContain("AccessToken");
        assertThat(token(pool, challenge, used).outcome())
                .isEqualTo("ExpiredCodeException: Your software token has already been used once.");
        assertThat(token(pool, challenge, "000000x").outcome())
                .isEqualTo("CodeMismatchException: Invalid code received for user");
        server.clock().advance(Duration.ofSeconds(60));
        assertThat(token(pool, challenge, app.code()).body()).contains("AccessToken");
    }

    /** Clause 8: what is wrong with an answer to a session that was used is the session. */
    @Test
    void aCodeThatIsSentManyTimesAtOnceIsTakenOnce() throws Exception {
        TestPool pool = SigningIn.pool(server, "");
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        pool.confirmed("jane", "[]");
        TestApp app = TestApp.preferred(pool, pool.accessToken("jane"));
        for (int round = 0; round < 3; round++) {
            server.clock().advance(Duration.ofSeconds(60));
            Reply challenge = password(pool, "jane", PASSWORD);

            List<String> outcomes =
                    Crowd.of(16, i -> token(pool, challenge, app.code()).outcome());

            assertThat(outcomes)
                    .filteredOn(each -> !each.contains("AccessToken"))
                    .hasSize(15)
                    .containsOnly(SigningIn.USED_SESSION);
        }
    }

    /** Clause auth 13.t4. Auth 13: the password alone does not end the count of wrong codes. */
    @Test
    void wrongCodesLockEvenBetweenRightPasswords() {
        TestPool pool = SigningIn.pool(server, "");
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        pool.confirmed("jane", "[]");
        TestApp.preferred(pool, pool.accessToken("jane"));
        for (int wrong = 1; wrong <= 5; wrong++) {
            assertThat(token(pool, password(pool, "jane", PASSWORD), "x").fault())
                    .isEqualTo("CodeMismatchException");
        }

        assertThat(password(pool, "jane", PASSWORD).outcome())
                .isEqualTo("NotAuthorizedException: Password attempts exceeded");
    }

    /** Clauses auth 5.10, auth 6.6.t1, auth 8.t5. Auth 28.2, the worked exchange. */
    @Test
    void aNewUserSetsAnAppUpOnTheWay() {
        TestPool pool = SigningIn.pool(server, "");
        TestApp.take(pool, "ON", TestApp.TOKENS);
        pool.adminCreate("jane", "\"TemporaryPassword\":\"Temp0rary-Horse!\",\"MessageAction\":\"SUPPRESS\"");
        Reply first = password(pool, "jane", "Temp0rary-Horse!");
        Reply second = answer(
                pool, "NEW_PASSWORD_REQUIRED", first.member("Session"), "USERNAME", "jane", "NEW_PASSWORD", PASSWORD);
        assertThat(second.member("ChallengeName")).isEqualTo("MFA_SETUP");
        assertThat(second.member("MFAS_CAN_SETUP")).isEqualTo("[\\\"SOFTWARE_TOKEN_MFA\\\"]");

        assertThat(setUp(pool, second.member("Session")).outcome())
                .isEqualTo("NotAuthorizedException: Invalid session for the user.");
        Reply seed = server.call("AssociateSoftwareToken", "{\"Session\":\"" + second.member("Session") + "\"}");
        TestApp app = TestApp.of(pool, seed.member("SecretCode"));
        Reply verified = server.call("VerifySoftwareToken", """
            {"Session":"%s","UserCode":"%s"}\
            """.formatted(seed.member("Session"), app.code()));
        assertThat(verified.member("Status")).isEqualTo("SUCCESS");
        assertThat(setUp(pool, seed.member("Session")).outcome())
                .isEqualTo("NotAuthorizedException: Invalid session for the user, session can only be used once.");
        assertThat(setUp(pool, verified.member("Session")).body())
                .contains("AccessToken", "\"ChallengeParameters\":{}");
        assertThat(password(pool, "jane", PASSWORD).member("ChallengeName")).isEqualTo("SOFTWARE_TOKEN_MFA");
    }

    /**
     * Clause auth 8.t5. Auth 8: a session lasts for minutes; the first seed begins another one, to bring it into the
     * app, and no further.
     */
    @Test
    void oneSeedAfterAnotherDoesNotHoldASignInOpen() {
        TestPool pool = SigningIn.pool(server, "");
        TestApp.take(pool, "ON", TestApp.TOKENS);
        pool.confirmed("jane", "[]");
        String waiting = password(pool, "jane", PASSWORD).member("Session");
        server.clock().advance(Duration.ofMinutes(2));
        String first = seed(waiting).member("Session");
        server.clock().advance(Duration.ofMinutes(2));
        Reply second = seed(first);
        String last = seed(second.member("Session")).member("Session");

        server.clock().advance(Duration.ofMinutes(1));

        assertThat(seed(last).outcome())
                .isEqualTo("NotAuthorizedException: Invalid session for the user, session is expired.");
        assertThat(server.call("VerifySoftwareToken", "{\"Session\":\"" + last + "\",\"UserCode\":\"123456\"}")
                        .outcome())
                .isEqualTo("NotAuthorizedException: Invalid session for the user, session is expired.");
    }

    private Reply seed(String session) {
        return server.call("AssociateSoftwareToken", "{\"Session\":\"" + session + "\"}");
    }

    private static Reply setUp(TestPool pool, String session) {
        return answer(pool, "MFA_SETUP", session, "USERNAME", "jane");
    }

    /** Clauses auth 5.5, auth 6.3.t3. Auth 6.3: six digits, and the number is proved. */
    @Test
    void aCodeBySmsFollowsThePassword() {
        TestPool pool = SigningIn.pool(server, "");
        TestApp.take(pool, "ON", SMS);
        pool.confirmed("jane", PHONE);

        Reply challenge = password(pool, "jane", PASSWORD);

        assertThat(challenge.member("ChallengeName")).isEqualTo("SMS_MFA");
        assertThat(challenge.member("CODE_DELIVERY_DELIVERY_MEDIUM")).isEqualTo("SMS");
        assertThat(challenge.member("CODE_DELIVERY_DESTINATION")).isEqualTo("+*******0100");
        assertThat(challenge.member("USER_ID_FOR_SRP")).isEqualTo("jane");
        String code = pool.code("jane");
        assertThat(code).matches("\\d{6}");
        assertThat(sms(pool, challenge, "x").outcome())
                .isEqualTo("CodeMismatchException: Invalid code or auth state for the user.");
        assertThat(sms(pool, challenge, code).body()).contains("AccessToken");
        assertThat(pool.user("jane").attribute("phone_number_verified")).isEqualTo("true");
    }

    private static Reply sms(TestPool pool, Reply challenge, String code) {
        return answer(pool, "SMS_MFA", challenge.member("Session"), "USERNAME", "jane", "SMS_MFA_CODE", code);
    }

    /** Clauses auth 5.9, auth 6.5.t2. Auth 6.5. */
    @Test
    void ofTwoFactorsWithoutAPreferenceTheUserChooses() {
        TestPool pool = SigningIn.pool(server, "");
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS + "," + SMS);
        pool.confirmed("jane", PHONE);
        String token = pool.accessToken("jane");
        TestApp.verified(pool, token);
        pool.callAs(token, "SetUserMFAPreference", """
            "SoftwareTokenMfaSettings":{"Enabled":true},"SMSMfaSettings":{"Enabled":true}\
            """);

        Reply challenge = password(pool, "jane", PASSWORD);

        assertThat(challenge.member("ChallengeName")).isEqualTo("SELECT_MFA_TYPE");
        assertThat(challenge.member("MFAS_CAN_CHOOSE")).isEqualTo("[\\\"SMS_MFA\\\",\\\"SOFTWARE_TOKEN_MFA\\\"]");
        assertThat(select(pool, challenge, "EMAIL_OTP").fault()).isEqualTo("InvalidParameterException");
        Reply chosen = select(pool, challenge, "SMS_MFA");
        assertThat(chosen.member("ChallengeName")).isEqualTo("SMS_MFA");
        assertThat(sms(pool, chosen, pool.code("jane")).body()).contains("AccessToken");
    }

    private static Reply select(TestPool pool, Reply challenge, String answer) {
        return answer(pool, "SELECT_MFA_TYPE", challenge.member("Session"), "USERNAME", "jane", "ANSWER", answer);
    }

    /** Clause auth 7.11. Auth 7 step 4: nothing is usable and nothing can be set up. */
    @Test
    void whoCannotGetAFactorIsRefused() {
        TestPool pool = SigningIn.pool(server, "");
        TestApp.take(pool, "ON", SMS);
        pool.confirmed("jane", "[]");

        assertThat(password(pool, "jane", PASSWORD).outcome())
                .isEqualTo("InvalidParameterException: User does not have delivery config set to turn on SMS_MFA");
    }
}
