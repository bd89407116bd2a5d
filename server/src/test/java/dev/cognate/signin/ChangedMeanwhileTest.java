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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What changes between two steps of a sign-in counts: a session is no way around it. Reference: auth 5, 7, 8. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedMeanwhileTest {
    private static final String INVALID = "NotAuthorizedException: Invalid session for the user.";
    private static final String TEMPORARY = "Temp0rary-Horse!";
    private static final String OTHER = "Entirely-N3w!";
    private static final String BY_EMAIL =
            "\"Policies\":{\"SignInPolicy\":{\"AllowedFirstAuthFactors\":[\"PASSWORD\",\"EMAIL_OTP\"]}}";
    private static final String ADDRESS = "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]";

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private TestPool poolThatDemandsFactors() {
        TestPool pool = SigningIn.pool(server, """
                "EmailConfiguration":{"EmailSendingAccount":"DEVELOPER",
                "SourceArn":"arn:aws:ses:us-east-1:123456789012:identity/a@example.com"}""");
        TestApp.take(
                pool,
                "ON",
                TestApp.TOKENS + ",\"EmailMfaConfiguration\":{\"Message\":\"{####} it is\",\"Subject\":\"Code\"}");
        pool.confirmed("jane", "[]");
        return pool;
    }

    private static Reply giveAddress(TestPool pool, Reply challenge) {
        return answer(
                pool,
                "MFA_SETUP",
                challenge.member("Session"),
                "USERNAME",
                "jane",
                "EMAIL",
                "elsewhere@example.com");
    }

    private static Reply emailCode(TestPool pool, Reply challenge) {
        return answer(
                pool,
                "EMAIL_OTP",
                challenge.member("Session"),
                "USERNAME",
                "jane",
                "EMAIL_OTP_CODE",
                pool.code("jane"));
    }

    /** Clause 6.6: whoever knows the password alone must not bring an address in beside the factor of the user. */
    @Test
    void whoHasGotAFactorIsNotToSetUpAnother() {
        TestPool pool = poolThatDemandsFactors();
        Reply early = password(pool, "jane", PASSWORD);
        assertThat(early.member("ChallengeName")).isEqualTo("MFA_SETUP");
        TestApp.verified(pool, pool.accessToken("jane"));

        assertThat(giveAddress(pool, early).outcome()).isEqualTo(INVALID);
    }

    /** Clause 6.6. */
    @Test
    void anAddressThatWasGivenBeforeTheFactorIsNotProvedAfterIt() {
        TestPool pool = poolThatDemandsFactors();
        Reply early = giveAddress(pool, password(pool, "jane", PASSWORD));
        assertThat(early.member("ChallengeName")).isEqualTo("EMAIL_OTP");
        TestApp.verified(pool, pool.accessToken("jane"));

        assertThat(emailCode(pool, early).outcome()).isEqualTo(INVALID);
        assertThat(pool.user("jane").attribute("email")).isNull();
    }

    /** Clause 6.2: an invitation that went astray is made void by another one. */
    @Test
    void aTemporaryPasswordThatWasReplacedLeadsNowhere() {
        TestPool pool = SigningIn.pool(server, "");
        pool.adminCreate("jane", "\"TemporaryPassword\":\"%s\",\"MessageAction\":\"SUPPRESS\"".formatted(TEMPORARY));
        Reply challenge = password(pool, "jane", TEMPORARY);
        pool.adminSetPassword("jane", "An0ther-Temp!", false);

        Reply reply = answer(
                pool,
                "NEW_PASSWORD_REQUIRED",
                challenge.member("Session"),
                "USERNAME",
                "jane",
                "NEW_PASSWORD",
                OTHER);

        assertThat(reply.outcome()).isEqualTo(INVALID);
        assertThat(pool.hasPassword("jane", "An0ther-Temp!")).isTrue();
    }

    /** Clause 7. */
    @Test
    void aSecondFactorNeedsThePasswordThatTheUserHasNow() {
        TestPool pool = SigningIn.pool(server, "");
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        pool.confirmed("jane", "[]");
        TestApp app = TestApp.preferred(pool, pool.accessToken("jane"));
        server.clock().advance(Duration.ofSeconds(60));
        Reply before = password(pool, "jane", PASSWORD);
        pool.adminSetPassword("jane", OTHER, true);

        assertThat(token(pool, before, app).outcome()).isEqualTo(INVALID);
        assertThat(token(pool, password(pool, "jane", OTHER), app).body()).contains("AccessToken");
    }

    private static Reply token(TestPool pool, Reply challenge, TestApp app) {
        return answer(
                pool,
                "SOFTWARE_TOKEN_MFA",
                challenge.member("Session"),
                "USERNAME",
                "jane",
                "SOFTWARE_TOKEN_MFA_CODE",
                app.code());
    }

    /** Clause 19.3. */
    @Test
    void noAppIsSetUpOnAPasswordThatTheUserHasNoMore() {
        TestPool pool = poolThatDemandsFactors();
        Reply before = password(pool, "jane", PASSWORD);
        pool.adminSetPassword("jane", OTHER, true);

        assertThat(server.call("AssociateSoftwareToken", "{\"Session\":\"" + before.member("Session") + "\"}")
                        .outcome())
                .isEqualTo(INVALID);
    }

    /** Clause 4.5: with a temporary password nothing else is offered; so nothing else is taken. */
    @Test
    void aCodeAloneIsNotEnoughBesideATemporaryPassword() {
        TestPool pool = SigningIn.pool(server, BY_EMAIL);
        pool.confirmed("jane", ADDRESS);
        Reply challenge = begin(pool, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", "EMAIL_OTP");
        pool.adminSetPassword("jane", OTHER, false);

        assertThat(emailCode(pool, challenge).outcome()).isEqualTo(INVALID);
    }

    /** Clause 4.5: with a second factor only passwords are offered. */
    @Test
    void aCodeAloneIsNotEnoughForWhoHasGotASecondFactor() {
        TestPool pool = SigningIn.pool(server, BY_EMAIL);
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        pool.confirmed("jane", ADDRESS);
        Reply challenge = begin(pool, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", "EMAIL_OTP");
        TestApp.preferred(pool, pool.accessToken("jane"));

        assertThat(emailCode(pool, challenge).outcome()).isEqualTo(INVALID);
    }
}
