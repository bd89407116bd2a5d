package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.PASSWORD;
import static dev.cognate.signin.SigningIn.answer;
import static dev.cognate.signin.SigningIn.begin;
import static dev.cognate.signin.SigningIn.password;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.mfa.TestApp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Second factors that come, go or change while somebody signs in: what counts is what is asked for at the end. Reference:
 * auth 7, 8.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactorsMeanwhileTest {
    private static final String INVALID = "NotAuthorizedException: Invalid session for the user.";
    private static final String SMS = """
        "SmsMfaConfiguration":{"SmsConfiguration":{"SnsCallerArn":"arn:aws:iam::123456789012:role/sns"}}""";
    private static final String BY_EMAIL =
            "\"Policies\":{\"SignInPolicy\":{\"AllowedFirstAuthFactors\":[\"PASSWORD\",\"EMAIL_OTP\"]}}";

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void forgetEvents() {
        server.function().reset();
    }

    /** A pool that takes both factors, and jane, who wants codes by SMS. */
    private TestPool janeWithPhone() {
        TestPool pool = SigningIn.pool(server, "");
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS + "," + SMS);
        pool.confirmed("jane", "[{\"Name\":\"phone_number\",\"Value\":\"+12065550100\"}]");
        prefer(pool, "\"SMSMfaSettings\":{\"Enabled\":true,\"PreferredMfa\":true}");
        return pool;
    }

    private static void prefer(TestPool pool, String settings) {
        Reply reply = pool.adminCall("AdminSetUserMFAPreference", "\"Username\":\"jane\"," + settings);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private static Reply sms(TestPool pool, Reply challenge) {
        return answer(
                pool, "SMS_MFA", challenge.member("Session"), "USERNAME", "jane", "SMS_MFA_CODE", pool.code("jane"));
    }

    /**
     * Clause 7: whoever has got hold of a user's password and phone number does not get in by a code that was asked for
     * before the user went over to an app.
     */
    @Test
    void aCodeOfAFactorThatTheUserGaveUpIsNoFactor() {
        TestPool pool = janeWithPhone();
        String token = sms(pool, password(pool, "jane", PASSWORD)).member("AccessToken");
        Reply challenge = password(pool, "jane", PASSWORD);
        assertThat(challenge.member("ChallengeName")).isEqualTo("SMS_MFA");
        TestApp.preferred(pool, token);
        prefer(pool, "\"SMSMfaSettings\":{\"Enabled\":false}");

        assertThat(sms(pool, challenge).outcome()).isEqualTo(INVALID);
        assertThat(password(pool, "jane", PASSWORD).member("ChallengeName")).isEqualTo("SOFTWARE_TOKEN_MFA");
    }

    /** Clause 7: who needs no second factor any more may still answer by the one that was asked for. */
    @Test
    void aCodeIsGoodWhereNoFactorIsAskedForAnyMore() {
        TestPool pool = janeWithPhone();
        Reply challenge = password(pool, "jane", PASSWORD);
        prefer(pool, "\"SMSMfaSettings\":{\"Enabled\":false}");

        assertThat(sms(pool, challenge).body()).contains("AccessToken");
    }

    /** Clause 6.6: an app that an administrator takes away, as not the user's own, does not complete a sign-in. */
    @Test
    void anAppThatIsTakenAwayOnTheWayIsNoFactor() {
        TestPool pool = SigningIn.pool(server, "");
        TestApp.take(pool, "ON", TestApp.TOKENS);
        pool.confirmed("jane", "[]");
        Reply challenge = password(pool, "jane", PASSWORD);
        Reply seed = server.call("AssociateSoftwareToken", "{\"Session\":\"" + challenge.member("Session") + "\"}");
        TestApp app = TestApp.of(pool, seed.member("SecretCode"));
        Reply verified = server.call("VerifySoftwareToken", """
                {"Session":"%s","UserCode":"%s"}""".formatted(seed.member("Session"), app.code()));
        assertThat(verified.status()).as(verified.body()).isEqualTo(200);
        pool.adminCall("AdminDeleteSoftwareToken", "\"Username\":\"jane\"");

        assertThat(answer(pool, "MFA_SETUP", verified.member("Session"), "USERNAME", "jane")
                        .outcome())
                .isEqualTo(INVALID);
    }

    /** Clause 7: a function may take seconds, in which the user may have switched a second factor on. */
    @Test
    void aFactorThatComesWhileAFunctionIsAskedIsAskedForAsWell() {
        TestPool pool = SigningIn.pool(server, TestFunction.as("PostAuthentication"));
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS + "," + SMS);
        pool.confirmed("jane", "[{\"Name\":\"phone_number\",\"Value\":\"+12065550100\"}]");
        switchingOnSms(pool);

        assertThat(password(pool, "jane", PASSWORD).outcome()).isEqualTo(INVALID);
        assertThat(password(pool, "jane", PASSWORD).member("ChallengeName")).isEqualTo("SMS_MFA");
    }

    /** Clause 4.5: a code is no first factor for who has a second one. */
    @Test
    void aFactorThatComesWhileAFunctionIsAskedIsAskedForBesideACodeToo() {
        TestPool pool = SigningIn.pool(server, BY_EMAIL + "," + TestFunction.as("PostAuthentication"));
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS + "," + SMS);
        pool.confirmed("jane", """
                [{"Name":"email","Value":"jane@example.com"},{"Name":"phone_number","Value":"+12065550100"}]""");
        Reply challenge = begin(pool, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", "EMAIL_OTP");
        switchingOnSms(pool);

        Reply reply = answer(
                pool,
                "EMAIL_OTP",
                challenge.member("Session"),
                "USERNAME",
                "jane",
                "EMAIL_OTP_CODE",
                pool.code("jane"));

        assertThat(reply.outcome()).isEqualTo(INVALID);
    }

    private void switchingOnSms(TestPool pool) {
        server.function().answers(event -> {
            prefer(pool, "\"SMSMfaSettings\":{\"Enabled\":true,\"PreferredMfa\":true}");
            return new TestFunction.Answer(200, event);
        });
    }
}
