package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.PASSWORD;
import static dev.cognate.signin.SigningIn.answer;
import static dev.cognate.signin.SigningIn.begin;
import static dev.cognate.signin.SigningIn.password;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.mfa.TestApp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Codes by e-mail and SMS, in place of and beside a password, and SRP by choice. Reference: auth 4.5, 5, 6.3 to 6.8, 7. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MoreFactorsTest {
    private static final String WRONG_CODE = "CodeMismatchException: Invalid code or auth state for the user.";
    private static final String SENDERS = """
        "SmsConfiguration":{"SnsCallerArn":"arn:aws:iam::123456789012:role/sms"},
        "AccountRecoverySetting":{"RecoveryMechanisms":[{"Name":"admin_only","Priority":1}]},
        "EmailConfiguration":{"EmailSendingAccount":"DEVELOPER",
        "SourceArn":"arn:aws:ses:us-east-1:123456789012:identity/a@example.com"}\
        """;
    private static final String BY_EMAIL =
            "\"EmailMfaConfiguration\":{\"Message\":\"Your code is {####}\",\"Subject\":\"Code\"}";
    private static final String BOTH = """
        [{"Name":"phone_number","Value":"+12065550100"},{"Name":"email","Value":"jane@example.com"}]\
        """;

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static Reply code(TestPool pool, String name, Reply challenge, String code) {
        return answer(pool, name, challenge.member("Session"), "USERNAME", "jane", name + "_CODE", code);
    }

    /**
     * Clauses auth 4.5.5, auth 5.7. Row 5 of clause 4.5 and clause 6.3: SMS_OTP; eight digits, and the number is
     * proved.
     */
    @Test
    void aCodeBySmsStandsInForAPassword() {
        TestPool pool = SigningIn.pool(server, SENDERS + """
            ,"Policies":{"SignInPolicy":{"AllowedFirstAuthFactors":["PASSWORD","SMS_OTP"]}}\
            """);
        pool.confirmed("jane", BOTH);

        Reply challenge = begin(pool, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", "SMS_OTP");

        assertThat(challenge.body())
                .contains(
                        "\"ChallengeName\":\"SMS_OTP\"",
                        "\"AvailableChallenges\":[\"PASSWORD_SRP\",\"PASSWORD\",\"SMS_OTP\"]",
                        "\"CODE_DELIVERY_DELIVERY_MEDIUM\":\"SMS\"",
                        "\"CODE_DELIVERY_DESTINATION\":\"+*******0100\"");
        String code = pool.code("jane");
        assertThat(code).matches("\\d{8}");
        assertThat(code(pool, "SMS_OTP", challenge, "x").outcome()).isEqualTo(WRONG_CODE);
        assertThat(code(pool, "SMS_OTP", challenge, code).body()).contains("\"AccessToken\":");
        assertThat(pool.user("jane").attribute("phone_number_verified")).isEqualTo("true");
        assertThat(code(pool, "SMS_OTP", challenge, code).outcome())
                .isEqualTo("NotAuthorizedException: Invalid session for the user, session can only be used once.");
    }

    /**
     * Clauses auth 5.6, auth 6.3.t3. Clauses 5, 6.3, 7 step 4 and 19.1: EMAIL_OTP as a second factor; in the pool's
     * words, and no USER_ID_FOR_SRP.
     */
    @Test
    void aCodeByEmailFollowsThePassword() {
        TestPool pool = SigningIn.pool(server, SENDERS);
        TestApp.take(pool, "OPTIONAL", BY_EMAIL);
        pool.confirmed("jane", BOTH);
        pool.callAs(
                pool.accessToken("jane"),
                "SetUserMFAPreference",
                "\"EmailMfaSettings\":{\"Enabled\":true,\"PreferredMfa\":true}");

        Reply challenge = password(pool, "jane", PASSWORD);

        assertThat(challenge.member("ChallengeName")).isEqualTo("EMAIL_OTP");
        assertThat(challenge.member("CODE_DELIVERY_DELIVERY_MEDIUM")).isEqualTo("EMAIL");
        assertThat(challenge.member("CODE_DELIVERY_DESTINATION")).isEqualTo("j***@e***");
        assertThat(challenge.body()).doesNotContain("USER_ID_FOR_SRP");
        String code = pool.code("jane");
        assertThat(server.inbox(pool.id(), "jane").getFirst().message().body()).contains("Your code is " + code);
        assertThat(code(pool, "EMAIL_OTP", challenge, "x").outcome()).isEqualTo(WRONG_CODE);
        assertThat(code(pool, "EMAIL_OTP", challenge, code).body()).contains("\"AccessToken\":");
        assertThat(pool.user("jane").attribute("email_verified")).isEqualTo("true");
    }

    /** Clause auth 6.3.t1. Clause 6.3: "expired session". */
    @Test
    void aCodeLivesAsLongAsItsSession() {
        TestPool pool = SigningIn.pool(server, SENDERS);
        TestApp.take(pool, "ON", "\"SmsMfaConfiguration\":{}");
        pool.confirmed("jane", BOTH);
        Reply challenge = password(pool, "jane", PASSWORD);
        String code = pool.code("jane");

        server.clock().advance(Duration.ofMinutes(3));

        assertThat(code(pool, "SMS_MFA", challenge, code).outcome())
                .isEqualTo("NotAuthorizedException: Invalid session for the user, session is expired.");
    }

    /**
     * Clause auth 6.5.t1. Clause 6.5: the code is sent with the choice, with a new Session; EMAIL_MFA is another word
     * for EMAIL_OTP.
     */
    @Test
    void aFactorThatIsChosenIsAskedFor() {
        TestPool pool = SigningIn.pool(server, SENDERS);
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS + "," + BY_EMAIL);
        pool.confirmed("jane", BOTH);
        String token = pool.accessToken("jane");
        TestApp app = TestApp.verified(pool, token);
        pool.callAs(token, "SetUserMFAPreference", """
            "SoftwareTokenMfaSettings":{"Enabled":true},"EmailMfaSettings":{"Enabled":true}\
            """);

        for (String name : List.of("EMAIL_OTP", "EMAIL_MFA")) {
            Reply choice = password(pool, "jane", PASSWORD);
            assertThat(choice.member("MFAS_CAN_CHOOSE")).isEqualTo("[\\\"EMAIL_OTP\\\",\\\"SOFTWARE_TOKEN_MFA\\\"]");
            int before = pool.codes("jane").size();
            Reply asked = select(pool, choice, name);
            assertThat(asked.member("ChallengeName")).isEqualTo("EMAIL_OTP");
            assertThat(asked.member("Session")).isNotEqualTo(choice.member("Session"));
            assertThat(pool.codes("jane")).hasSize(before + 1);
            assertThat(code(pool, "EMAIL_OTP", asked, pool.code("jane")).body()).contains("\"AccessToken\":");
        }
        server.clock().advance(Duration.ofSeconds(60));
        Reply token2 = select(pool, password(pool, "jane", PASSWORD), "SOFTWARE_TOKEN_MFA");
        assertThat(code(pool, "SOFTWARE_TOKEN_MFA", token2, app.code()).body()).contains("\"AccessToken\":");
    }

    private static Reply select(TestPool pool, Reply choice, String answer) {
        return answer(pool, "SELECT_MFA_TYPE", choice.member("Session"), "USERNAME", "jane", "ANSWER", answer);
    }

    /**
     * Clause auth 6.6.t2. Clause 6.6: by either spelling of the parameter; the address is stored with the right code,
     * and not before.
     */
    @Test
    void anAddressIsSetUpOnTheWay() {
        for (String parameter : List.of("EMAIL", "email")) {
            TestPool pool = SigningIn.pool(server, SENDERS);
            TestApp.take(pool, "ON", BY_EMAIL);
            pool.confirmed("jane", "[]");
            Reply setUp = password(pool, "jane", PASSWORD);
            assertThat(setUp.member("ChallengeName")).isEqualTo("MFA_SETUP");
            assertThat(setUp.member("MFAS_CAN_SETUP")).isEqualTo("[\\\"EMAIL_OTP\\\"]");
            assertThat(setUp(pool, setUp, parameter, "nonsense").fault()).isEqualTo("InvalidParameterException");

            Reply challenge = setUp(pool, setUp, parameter, "jane@example.com");
            assertThat(challenge.member("ChallengeName")).isEqualTo("EMAIL_OTP");
            assertThat(code(pool, "EMAIL_OTP", challenge, "x").outcome()).isEqualTo(WRONG_CODE);
            assertThat(pool.user("jane").attribute("email")).isNull();
            assertThat(code(pool, "EMAIL_OTP", challenge, pool.code("jane")).body())
                    .contains("\"AccessToken\":");
            assertThat(pool.user("jane").attribute("email")).isEqualTo("jane@example.com");
            assertThat(pool.user("jane").attribute("email_verified")).isEqualTo("true");
            assertThat(password(pool, "jane", PASSWORD).member("ChallengeName")).isEqualTo("EMAIL_OTP");
        }
    }

    private static Reply setUp(TestPool pool, Reply challenge, String parameter, String address) {
        return answer(pool, "MFA_SETUP", challenge.member("Session"), "USERNAME", "jane", parameter, address);
    }

    /**
     * Clauses auth 4.1.t1, auth 5.3. Clauses 4.5 and 6.8: the whole way from the choice to the tokens, without showing
     * the password.
     */
    @Test
    void srpMayBeChosenAndThenBegun() {
        TestPool pool = SigningIn.pool(server, "");
        pool.confirmed("jane", "[]");
        SrpClient client = new SrpClient(pool.pool().shortName(), PASSWORD);
        Reply choice = begin(pool, "USER_AUTH", "USERNAME", "jane");
        Reply chosen = answer(
                pool, "SELECT_CHALLENGE", choice.member("Session"), "USERNAME", "jane", "ANSWER", "PASSWORD_SRP");
        assertThat(chosen.member("ChallengeName")).isEqualTo("PASSWORD_SRP");
        Reply challenge = answer(
                pool, "PASSWORD_SRP", chosen.member("Session"), "USERNAME", "jane", "SRP_A", client.publicNumber());
        assertThat(challenge.member("ChallengeName")).isEqualTo("PASSWORD_VERIFIER");
        assertThat(verify(pool, client, challenge).body()).contains("\"AccessToken\":");
    }

    private Reply verify(TestPool pool, SrpClient client, Reply challenge) {
        String timestamp = SrpClient.timestamp(server.clock().instant());
        return answer(
                pool,
                "PASSWORD_VERIFIER",
                challenge.member("Session"),
                "USERNAME",
                "jane",
                "PASSWORD_CLAIM_SIGNATURE",
                client.sign(challenge, "jane", timestamp),
                "PASSWORD_CLAIM_SECRET_BLOCK",
                challenge.member("SECRET_BLOCK"),
                "TIMESTAMP",
                timestamp);
    }

    /**
     * Clause auth 4.5.t2. Clauses 4.5 and 7: whichever way the password came, the second factor follows, and codes are
     * not offered.
     */
    @Test
    void aSecondFactorFollowsAPasswordThatWasChosen() {
        TestPool pool = SigningIn.pool(server, """
            "Policies":{"SignInPolicy":{"AllowedFirstAuthFactors":["PASSWORD","EMAIL_OTP"]}}\
            """);
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        pool.confirmed("jane", BOTH);
        TestApp.preferred(pool, pool.accessToken("jane"));
        SrpClient client = new SrpClient(pool.pool().shortName(), PASSWORD);

        Reply srp = begin(
                pool,
                "USER_AUTH",
                "USERNAME",
                "jane",
                "PREFERRED_CHALLENGE",
                "PASSWORD_SRP",
                "SRP_A",
                client.publicNumber());

        assertThat(srp.body()).contains("\"AvailableChallenges\":[\"PASSWORD_SRP\",\"PASSWORD\"]");
        assertThat(verify(pool, client, srp).member("ChallengeName")).isEqualTo("SOFTWARE_TOKEN_MFA");
        assertThat(begin(pool, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", "PASSWORD", "PASSWORD", PASSWORD)
                        .member("ChallengeName"))
                .isEqualTo("SOFTWARE_TOKEN_MFA");
    }

    /** Clause auth 6.4.t2. Clause 6.4: not set up any more, for the user or for the whole pool. */
    @Test
    void anAppThatIsGoneIsNotEnabled() {
        for (boolean wholePool : List.of(true, false)) {
            TestPool pool = SigningIn.pool(server, SENDERS);
            TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
            pool.confirmed("jane", BOTH);
            TestApp app = TestApp.preferred(pool, pool.accessToken("jane"));
            Reply challenge = password(pool, "jane", PASSWORD);
            if (wholePool) {
                TestApp.take(pool, "OPTIONAL", "\"SmsMfaConfiguration\":{}");
            } else {
                pool.admin("AdminDeleteSoftwareToken", "jane");
            }

            assertThat(code(pool, "SOFTWARE_TOKEN_MFA", challenge, app.code(2)).outcome())
                    .isEqualTo("SoftwareTokenMFANotFoundException: Software Token MFA has not been enabled by the"
                            + " userPool");
        }
    }

    /** Clause auth 5.t2. Clause 5: "Extra keys are ignored". */
    @Test
    void whatAnAnswerDoesNotNeedIsIgnored() {
        TestPool pool = SigningIn.pool(server, "");
        pool.adminCreate("jane", "\"TemporaryPassword\":\"Temp0rary-Horse!\",\"MessageAction\":\"SUPPRESS\"");
        Reply challenge = password(pool, "jane", "Temp0rary-Horse!");

        assertThat(answer(
                                pool,
                                "NEW_PASSWORD_REQUIRED",
                                challenge.member("Session"),
                                "USERNAME",
                                "jane",
                                "NEW_PASSWORD",
                                PASSWORD,
                                "TIMESTAMP",
                                "Fri Mar 7 04:05:06 UTC 2025",
                                "PASSWORD_CLAIM_SIGNATURE",
                                "AAAA",
                                "SOFTWARE_TOKEN_MFA_CODE",
                                "000000")
                        .body())
                .contains("\"AccessToken\":");
    }

    /** Clause auth 5.t3. Clauses 5 and 12: disabled between challenge and answer. */
    @Test
    void whoIsDisabledOnTheWayIsTold() {
        TestPool pool = SigningIn.pool(server, SENDERS);
        TestApp.take(pool, "ON", "\"SmsMfaConfiguration\":{}");
        pool.confirmed("jane", BOTH);
        Reply challenge = password(pool, "jane", PASSWORD);
        String code = pool.code("jane");
        pool.admin("AdminDisableUser", "jane");

        assertThat(code(pool, "SMS_MFA", challenge, code).outcome())
                .isEqualTo("NotAuthorizedException: User is disabled.");
    }
}
