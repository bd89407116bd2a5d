package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.PASSWORD;
import static dev.cognate.signin.SigningIn.adminAnswer;
import static dev.cognate.signin.SigningIn.adminBegin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Reference: auth 5, 8. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminRespondToAuthChallengeTest {
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void anAnswerSignsIn() {
        TestPool pool = SigningIn.pool(server, "");
        pool.confirmed("jane", "[]");
        String session = adminBegin(pool, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", "PASSWORD")
                .member("Session");

        assertThat(adminAnswer(pool, "PASSWORD", session, "USERNAME", "jane", "PASSWORD", PASSWORD)
                        .body())
                .contains("\"AccessToken\":", "\"ChallengeParameters\":{}");
    }

    @Test
    void theClientIsOneOfThePool() {
        TestPool pool = SigningIn.pool(server, "");
        TestPool stranger = SigningIn.pool(server, "");

        assertThat(adminAnswer(pool.through(stranger.client()), "PASSWORD", "", "USERNAME", "jane", "PASSWORD", "x")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool client " + stranger.client() + " does not exist.");
    }
}
