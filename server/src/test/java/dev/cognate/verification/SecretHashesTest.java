package dev.cognate.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hashes that clients without a secret send. Reference: lifecycle A5 (the sign-up family), auth 10 (sign-in). */
class SecretHashesTest {
    private static TestServer server;
    private static TestPool pool;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        pool = server.pool("");
        pool = pool.through(
                pool.newClient("\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\"]").member("ClientId"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A5: "client has no secret, hash sent". */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            SignUp,                 `,"Password":"Corr3ct-Horse!"`
            ConfirmSignUp,          `,"ConfirmationCode":"123456"`
            ResendConfirmationCode, ``
            ForgotPassword,         ``
            ConfirmForgotPassword,  `,"ConfirmationCode":"123456","Password":"Corr3ct-Horse!"`
            """)
    void theSignUpFamilyRefusesThem(String operation, String members) {
        assertThat(pool.call(operation, "\"Username\":\"jane\",\"SecretHash\":\"bm90aGluZw==\"" + members)
                        .outcome())
                .isEqualTo("NotAuthorizedException: Client " + pool.client()
                        + " is not configured for secret but secret was received");
    }

    /** 10: "public client, hash sent: ignore the hash", in the first step and in those that follow. */
    @Test
    void signInIgnoresThem() {
        String hash = ",\"SECRET_HASH\":\"bm90aGluZw==\"";
        pool.adminCreate("john", "\"TemporaryPassword\":\"" + TestPool.PASSWORD + "\"");

        String session = pool.call("InitiateAuth", """
                        "AuthFlow":"USER_PASSWORD_AUTH","AuthParameters":{"USERNAME":"john","PASSWORD":"%s"%s}\
                        """.formatted(TestPool.PASSWORD, hash)).member("Session");
        assertThat(pool.call("RespondToAuthChallenge", """
                        "ChallengeName":"NEW_PASSWORD_REQUIRED","Session":"%s",
                        "ChallengeResponses":{"USERNAME":"john","NEW_PASSWORD":"An0ther-Horse!"%s}\
                        """.formatted(session, hash)).member("AccessToken")).isNotEmpty();
    }
}
