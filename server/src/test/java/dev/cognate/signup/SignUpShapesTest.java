package dev.cognate.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests whose shape is broken, in the words of the service; seen at SignUp and its twin. Reference: lifecycle A3. */
class SignUpShapesTest {
    private static final String BROKEN = "InvalidParameterException: 1 validation error detected: ";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String signUp(String username, String password) {
        return server.pool("")
                .call("SignUp", "\"Username\":\"" + username + "\",\"Password\":\"" + password + "\"")
                .outcome();
    }

    /** Clause A3.t11. The two that were recorded. */
    @Test
    void lengthsAreLimited() {
        String tooLong = "' failed to satisfy constraint: Member must have length less than or equal to ";

        assertThat(signUp("jane", "p".repeat(257))).isEqualTo(BROKEN + "Value at 'password" + tooLong + "256");
        assertThat(signUp("j".repeat(129), TestPool.PASSWORD))
                .isEqualTo(BROKEN + "Value at 'username" + tooLong + "128");
        assertThat(signUp("j".repeat(128), TestPool.PASSWORD)).contains("UserSub");
    }

    /** Clause A7.t2. Spaces are part of a username, and the pattern has none. */
    @ParameterizedTest
    @ValueSource(strings = {" jane", "jane ", "jane doe", "jane\\u00a0doe", "\\t"})
    void aUsernameHasNoSpaces(String username) {
        assertThat(signUp(username, TestPool.PASSWORD))
                .startsWith(BROKEN + "Value at 'username' failed to satisfy constraint: Member must satisfy regular"
                        + " expression pattern: ");
    }

    /** Clause A3.t13. Before the policy could say anything. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Corr3ct Horse!", " Corr3ct-Horse!"})
    void aPasswordHasNoSpacesAndIsNotEmpty(String password) {
        assertThat(signUp("jane", password))
                .isEqualTo(BROKEN + "Value at 'password' failed to satisfy constraint: Member must satisfy regular"
                        + " expression pattern: [\\\\S]+");
    }

    /** Clause A3.t9. */
    @Test
    void aValueThatIsNoneOfAnEnumIsShownBesideThem() {
        assertThat(server.pool("")
                        .adminCreate("jane", "\"MessageAction\":\"NONE\"")
                        .outcome())
                .isEqualTo(BROKEN + "Value 'NONE' at 'messageAction' failed to satisfy constraint: Member must satisfy"
                        + " enum value set: [SUPPRESS, RESEND]");
    }

    /** Clause A3.t14. */
    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "[]", "{}"})
    void aMemberOfAnotherJsonTypeIsUnreadable(String username) {
        assertThat(server.pool("")
                        .call("SignUp", "\"Username\":" + username + ",\"Password\":\"weak\"")
                        .fault())
                .isEqualTo("SerializationException");
    }
}
