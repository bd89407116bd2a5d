package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.INCORRECT;
import static dev.cognate.signin.SigningIn.PASSWORD;
import static dev.cognate.signin.SigningIn.map;
import static dev.cognate.signin.SigningIn.password;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reference: auth 3 step 8, 24.1, 24.2, 24.5, 29; lifecycle I2, I3, I9, I10. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TriggersTest {
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

    static String source(String event) {
        int start = event.indexOf("\"triggerSource\":\"") + 17;
        return event.substring(start, event.indexOf('"', start));
    }

    private TestPool jane(boolean concealing, String... triggers) {
        TestPool pool = concealing
                ? SigningIn.concealing(server, TestFunction.as(triggers))
                : SigningIn.pool(server, TestFunction.as(triggers));
        pool.confirmed("jane", "[]");
        return pool;
    }

    private static String withMetadata(TestPool pool, String username) {
        return pool.call("InitiateAuth", """
            "AuthFlow":"USER_PASSWORD_AUTH","AuthParameters":%s,"ClientMetadata":{"k":"v"}\
            """.formatted(map("USERNAME", username, "PASSWORD", PASSWORD)))
                .outcome();
    }

    /**
     * Clauses I4.9, I10.1, I10.2, I10.t2, auth 29.1, auth 5.t5, auth 7.s6. Auth 24.2 and 3: the metadata of a
     * beginning is validation data, and nothing of it reaches later functions.
     */
    @Test
    void eachFunctionIsAskedOnceInOrderAndOnlyTheFirstSeesTheMetadata() {
        TestPool pool = jane(false, "PreAuthentication", "PostAuthentication", "PreTokenGeneration");

        assertThat(withMetadata(pool, "jane")).contains("AccessToken");

        assertThat(server.function().events())
                .extracting(TriggersTest::source)
                .containsExactly(
                        "PreAuthentication_Authentication",
                        "PostAuthentication_Authentication",
                        "TokenGeneration_Authentication");
        assertThat(server.function().events().getFirst())
                .contains(
                        "\"userName\":\"jane\"",
                        "\"validationData\":{\"k\":\"v\"}",
                        "\"cognito:user_status\":\"CONFIRMED\"")
                .doesNotContain("userNotFound", "clientMetadata");
        assertThat(server.function().events().get(1))
                .contains("\"newDeviceUsed\":false")
                .doesNotContain("clientMetadata", "\"k\"");
        assertThat(server.function().events().get(2)).doesNotContain("\"k\"");
    }

    /** Clauses I10.t1, auth 11.5. Auth 24.2. */
    @Test
    void aConcealingClientsEventsSayWhetherThereIsAUser() {
        TestPool pool = jane(true, "PreAuthentication");

        password(pool, "jane", PASSWORD);
        assertThat(password(pool, "nobody", PASSWORD).outcome()).isEqualTo(INCORRECT);

        assertThat(server.function().events().getFirst()).contains("\"userNotFound\":false");
        assertThat(server.function().events().getLast())
                .contains("\"userNotFound\":true", "\"userAttributes\":{}", "\"userName\":\"nobody\"");
    }

    /** Clause auth 11.5. Row 5 of clause 11. */
    @Test
    void whereUsersAreNoSecretTheFunctionIsNotAskedAboutNobody() {
        TestPool pool = jane(false, "PreAuthentication");

        password(pool, "nobody", PASSWORD);

        assertThat(server.function().events()).isEmpty();
    }

    /** Clause auth 3.s8. Its refusal wins over a wrong password; a missing parameter comes first (step 6). */
    @Test
    void theFirstFunctionIsAskedBeforeThePasswordIsLookedAt() {
        TestPool pool = jane(false, "PreAuthentication");
        server.function().fails("Not today.");

        assertThat(password(pool, "jane", "").outcome()).endsWith("Missing required parameter PASSWORD");
        assertThat(server.function().events()).isEmpty();
        assertThat(password(pool, "jane", "wrong").outcome())
                .isEqualTo("UserLambdaValidationException: PreAuthentication failed with error Not today..");
        assertThat(server.function().events()).hasSize(1);
    }

    /** Clauses auth 12.29, auth 7.s5. Auth 7 step 5. */
    @Test
    void theLastFunctionIsNotAskedAboutFailuresAndKeepsTheTokensBack() {
        TestPool pool = jane(false, "PostAuthentication");

        password(pool, "jane", "wrong");
        assertThat(server.function().events()).isEmpty();

        server.function().fails("no");
        assertThat(password(pool, "jane", PASSWORD).outcome())
                .isEqualTo("UserLambdaValidationException: PostAuthentication failed with error no.");
    }

    /**
     * Clauses B2.5, I4.9, I9.t1, I9.t3, auth 3.s9, auth 29.1. Auth 24.5: CONFIRMED stores the password, which no
     * policy looks at.
     */
    @Test
    void anUnknownUserIsBroughtInByTheFunction() {
        TestPool pool = SigningIn.pool(server, TestFunction.as("UserMigration"));
        server.function().returns("""
            {"userAttributes":{"email":"jane@example.com","email_verified":"true"},"finalUserStatus":"CONFIRMED"}\
            """);

        String outcome = pool.call("InitiateAuth", """
            "AuthFlow":"USER_PASSWORD_AUTH","AuthParameters":%s,"ClientMetadata":{"k":"v"}\
            """.formatted(map("USERNAME", "jane", "PASSWORD", "weak")))
                .outcome();

        assertThat(outcome).contains("AccessToken");
        assertThat(server.function().events())
                .singleElement()
                .asString()
                .contains(
                        "\"triggerSource\":\"UserMigration_Authentication\"",
                        "\"userName\":\"jane\"",
                        "\"password\":\"weak\"",
                        "\"validationData\":{\"k\":\"v\"}")
                .doesNotContain("clientMetadata");
        assertThat(pool.hasPassword("jane", "weak")).isTrue();
        assertThat(password(pool, "jane", "weak").status()).isEqualTo(200);
        assertThat(server.function().events()).as("a user is brought in once").hasSize(1);
    }

    /** Clauses B2.5, I9.t4. Auth 24.5. */
    @Test
    void whoComesInAnyOtherStatusHasToResetThePassword() {
        TestPool pool = SigningIn.pool(server, TestFunction.as("UserMigration"));
        server.function().returns("{\"userAttributes\":{\"email\":\"jane@example.com\"}}");

        assertThat(password(pool, "jane", PASSWORD).outcome())
                .isEqualTo("PasswordResetRequiredException: Password reset required for the user");
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("RESET_REQUIRED");
    }

    /** Auth 1, lifecycle C5: the model's names and passwords; who has none of these is nobody, and no function is asked. */
    @ParameterizedTest
    @MethodSource("namesAndPasswordsOfNoForm")
    void whatNoOperationTakesIsNotBroughtIn(String username, String password) {
        TestPool pool = SigningIn.concealing(server, TestFunction.as("UserMigration"));
        server.function().returns("{\"userAttributes\":{\"name\":\"Jane\"},\"finalUserStatus\":\"CONFIRMED\"}");

        assertThat(password(pool, username, password).outcome()).isEqualTo(INCORRECT);

        assertThat(server.function().events()).isEmpty();
        assertThat(pool.adminCall("ListUsers", "").body()).contains("\"Users\":[]");
    }

    static List<Arguments> namesAndPasswordsOfNoForm() {
        return List.of(
                Arguments.of("y".repeat(129), PASSWORD),
                Arguments.of("y".repeat(2_000), PASSWORD),
                Arguments.of("ja\\u0007ne", PASSWORD),
                Arguments.of("ja ne", PASSWORD),
                Arguments.of("jane", "x".repeat(257)),
                Arguments.of("jane", " " + PASSWORD));
    }

    /** The name that a function gives is to be one too. */
    @Test
    void aFunctionGivesNobodyANameThatNoOperationTakes() {
        TestPool pool = SigningIn.concealing(server, TestFunction.as("UserMigration"));
        server.function()
                .returns("{\"userAttributes\":{\"username\":\"%s\"},\"finalUserStatus\":\"CONFIRMED\"}"
                        .formatted("y".repeat(129)));

        assertThat(password(pool, "jane", PASSWORD).outcome()).isEqualTo(INCORRECT);
        assertThat(pool.adminCall("ListUsers", "").body()).contains("\"Users\":[]");
    }

    /** Clauses I9.t6, auth 12.27. Auth 24.5. */
    @Test
    void aFunctionThatKnowsNobodyOrFailsIsAnUnknownUser() {
        TestPool pool = SigningIn.pool(server, TestFunction.as("UserMigration"));
        String refusal = "UserNotFoundException: Exception migrating user in app client " + pool.client();

        server.function().returns("{}");
        assertThat(password(pool, "jane", PASSWORD).outcome()).isEqualTo(refusal);
        server.function().fails("Bad password");
        assertThat(password(pool, "jane", PASSWORD).outcome()).isEqualTo(refusal);
        assertThat(password(SigningIn.through(pool, "\"PreventUserExistenceErrors\":\"ENABLED\""), "jane", PASSWORD)
                        .outcome())
                .isEqualTo(INCORRECT);
    }

    /** Auth 24.1: the first function is asked once, before the migration where it can be about nobody, else after. */
    @Test
    void theFirstFunctionIsAskedOnceAboutAUserWhoIsBroughtIn() {
        for (boolean concealing : new boolean[] {true, false}) {
            server.function().reset();
            TestPool pool = concealing
                    ? SigningIn.concealing(server, TestFunction.as("PreAuthentication", "UserMigration"))
                    : SigningIn.pool(server, TestFunction.as("PreAuthentication", "UserMigration"));
            server.function().returns("{\"userAttributes\":{\"name\":\"Jane\"},\"finalUserStatus\":\"CONFIRMED\"}");

            assertThat(password(pool, "jane", PASSWORD).outcome()).contains("AccessToken");
            assertThat(server.function().events())
                    .extracting(TriggersTest::source)
                    .containsExactlyInAnyOrder("PreAuthentication_Authentication", "UserMigration_Authentication");
        }
    }

    /** Clauses I9.t1, auth 29.2, auth 4.5.t4. Without the password there is nothing that the function could check. */
    @Test
    void anUnknownUserWhoDoesNotShowThePasswordIsNotBroughtIn() {
        TestPool pool = SigningIn.pool(server, TestFunction.as("UserMigration"));

        assertThat(SigningIn.begin(pool, "USER_SRP_AUTH", "USERNAME", "jane", "SRP_A", "2")
                        .outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(server.function().events()).isEmpty();
    }
}
