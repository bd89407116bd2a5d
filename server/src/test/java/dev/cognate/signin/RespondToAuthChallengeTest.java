package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.adminAnswer;
import static dev.cognate.signin.SigningIn.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks that come before those of each challenge. Reference: auth 5. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RespondToAuthChallengeTest {
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Clause auth 12.18.5. The table's second column. */
    @ParameterizedTest
    @CsvSource({
        "PASSWORD_VERIFIER,PASSWORD_CLAIM_SIGNATURE",
        "PASSWORD,PASSWORD",
        "PASSWORD_SRP,SRP_A",
        "NEW_PASSWORD_REQUIRED,NEW_PASSWORD",
        "SMS_MFA,SMS_MFA_CODE",
        "EMAIL_OTP,EMAIL_OTP_CODE",
        "SMS_OTP,SMS_OTP_CODE",
        "SOFTWARE_TOKEN_MFA,SOFTWARE_TOKEN_MFA_CODE",
        "SELECT_MFA_TYPE,ANSWER",
        "SELECT_CHALLENGE,ANSWER",
        "WEB_AUTHN,CREDENTIAL",
        "CUSTOM_CHALLENGE,ANSWER",
        "DEVICE_SRP_AUTH,DEVICE_KEY",
        "DEVICE_PASSWORD_VERIFIER,DEVICE_KEY"
    })
    void whatAChallengeNeedsIsNamed(String challenge, String missing) {
        TestPool pool = SigningIn.pool(server, "");

        assertThat(answer(pool, challenge, "").outcome())
                .isEqualTo("InvalidParameterException: Missing required parameter USERNAME");
        assertThat(answer(pool, challenge, "", "USERNAME", "jane").outcome())
                .isEqualTo("InvalidParameterException: Missing required parameter " + missing);
        assertThat(adminAnswer(pool, challenge, "", "USERNAME", "jane").outcome())
                .isEqualTo("InvalidParameterException: Missing required parameter " + missing);
    }

    /** Auth 1: shorter than a session can be. */
    @Test
    void aShortSessionBreaksAConstraint() {
        assertThat(answer(SigningIn.pool(server, ""), "PASSWORD", "short", "USERNAME", "jane", "PASSWORD", "x")
                        .outcome())
                .isEqualTo("InvalidParameterException: 1 validation error detected: Value at 'session' failed to"
                        + " satisfy constraint: Member must have length greater than or equal to 20");
    }

    /** The secret comes before the session. */
    @Test
    void theClientProvesItsSecretFirst() {
        TestPool pool = server.pool("");
        TestPool secret = pool.through(pool.newClient("\"GenerateSecret\":true").member("ClientId"));

        assertThat(answer(secret, "PASSWORD", "", "USERNAME", "jane", "PASSWORD", "x")
                        .outcome())
                .isEqualTo("NotAuthorizedException: Client " + secret.client()
                        + " is configured with secret but SECRET_HASH was not received");
    }

    @Test
    void aChallengeThatIsNoneIsRefused() {
        assertThat(answer(SigningIn.pool(server, ""), "NONSENSE", "", "USERNAME", "jane")
                        .fault())
                .isEqualTo("InvalidParameterException");
        assertThat(answer(SigningIn.pool(server, ""), "ADMIN_NO_SRP_AUTH", "", "USERNAME", "jane", "PASSWORD", "x")
                        .outcome())
                .isEqualTo("NotAuthorizedException: Invalid session for the user.");
    }
}
