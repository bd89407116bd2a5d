package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.PASSWORD;
import static dev.cognate.signin.SigningIn.adminAnswer;
import static dev.cognate.signin.SigningIn.answer;
import static dev.cognate.signin.SigningIn.begin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Clauses auth 12.18.5, auth 5.t1. The table's second column. */
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

    /** Clause auth 5.t3. The secret comes before the session. */
    @Test
    void theClientProvesItsSecretFirst() {
        TestPool pool = server.pool("");
        TestPool secret = pool.through(pool.newClient("\"GenerateSecret\":true").member("ClientId"));

        assertThat(answer(secret, "PASSWORD", "", "USERNAME", "jane", "PASSWORD", "x")
                        .outcome())
                .isEqualTo("NotAuthorizedException: Client " + secret.client()
                        + " is configured with secret but SECRET_HASH was not received");
    }

    private static TestPool jane(TestServer server) {
        TestPool pool = SigningIn.pool(
                server, "\"Policies\":{\"SignInPolicy\":{\"AllowedFirstAuthFactors\":[\"PASSWORD\",\"EMAIL_OTP\"]}}");
        pool.confirmed("jane", "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]");
        return pool;
    }

    /** Clause auth 5.t2. The clients of the service send {@code null} for what they do not have. */
    @Test
    void aResponseThatIsNullIsAbsent() {
        TestPool pool = jane(server);
        String session = begin(pool, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", "PASSWORD")
                .member("Session");
        String answer = """
            "ChallengeName":"PASSWORD","Session":"%s",
            "ChallengeResponses":{"USERNAME":"jane","PASSWORD":%s,"DEVICE_KEY":null}\
            """;

        assertThat(pool.call("RespondToAuthChallenge", answer.formatted(session, "null"))
                        .outcome())
                .isEqualTo("InvalidParameterException: Missing required parameter PASSWORD");
        assertThat(pool.call("RespondToAuthChallenge", answer.formatted(session, "\"" + PASSWORD + "\""))
                        .body())
                .contains("\"AccessToken\":");
    }

    /** Clause auth 8.t3. */
    @Test
    void aMissingResponseDoesNotUseTheSessionUp() {
        TestPool pool = jane(server);
        String session = begin(pool, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", "EMAIL_OTP")
                .member("Session");

        assertThat(answer(pool, "EMAIL_OTP", session, "USERNAME", "jane").outcome())
                .isEqualTo("InvalidParameterException: Missing required parameter EMAIL_OTP_CODE");
        assertThat(answer(pool, "EMAIL_OTP", session, "USERNAME", "jane", "EMAIL_OTP_CODE", pool.code("jane"))
                        .body())
                .contains("\"AccessToken\":");
    }

    /** Clause auth 8.t1. Whatever it holds; so what a client puts into a cookie or a form field keeps its form. */
    @ParameterizedTest
    @ValueSource(strings = {"", "PASSWORD", "EMAIL_OTP"})
    void aSessionHasTheServicesForm(String preferred) {
        TestPool pool = jane(server);

        assertThat(begin(pool, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", preferred)
                        .member("Session"))
                .matches("[A-Za-z0-9_-]{20,2048}");
    }

    /** Clause auth 5.16. */
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
