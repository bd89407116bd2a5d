package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.INCORRECT;
import static dev.cognate.signin.SigningIn.adminAnswer;
import static dev.cognate.signin.SigningIn.answer;
import static dev.cognate.signin.SigningIn.password;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reference: auth 5, 6.2, 8. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewPasswordRequiredTest {
    private static final String TEMPORARY = "Temp0rary-Horse!";
    private static final String NEW = "Entirely-N3w!";
    private static final String CHALLENGE = "NEW_PASSWORD_REQUIRED";

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

    private TestPool jane(String poolMembers, String attributes) {
        TestPool pool = SigningIn.pool(server, poolMembers);
        Reply made = pool.adminCreate("jane", """
            "TemporaryPassword":"%s","MessageAction":"SUPPRESS","UserAttributes":%s\
            """.formatted(TEMPORARY, attributes));
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        return pool;
    }

    /** Clauses auth 29.t1, auth 4.2.t3, auth 5.4, auth 6.2.t1. The worked example of the clause. */
    @Test
    void theTemporaryPasswordLeadsToTheChallenge() {
        TestPool pool = jane("""
            "Schema":[{"Name":"name","Required":true,"Mutable":true},{"Name":"birthdate","Required":true,"Mutable":true}]\
            """, """
            [{"Name":"email","Value":"jane@example.com"},{"Name":"email_verified","Value":"true"}]\
            """);

        Reply reply = password(pool, "jane", TEMPORARY);

        assertThat(reply.member("ChallengeName")).isEqualTo(CHALLENGE);
        assertThat(reply.member("Session")).hasSizeBetween(920, 1700).matches("[A-Za-z0-9_-]+");
        assertThat(reply.member("USER_ID_FOR_SRP")).isEqualTo("jane");
        assertThat(reply.member("requiredAttributes"))
                .isEqualTo("[\\\"userAttributes.name\\\",\\\"userAttributes.birthdate\\\"]");
        assertThat(reply.member("userAttributes"))
                .contains(
                        "\\\"email_verified\\\":\\\"true\\\"",
                        "\\\"email\\\":\\\"jane@example.com\\\"",
                        "\\\"name\\\":\\\"\\\"")
                .doesNotContain("sub");
        assertThat(reply.body()).doesNotContain("AuthenticationResult");
    }

    /** Clauses B2.10, auth 6.2.t5. */
    @Test
    void theNewPasswordConfirmsTheUserAndSignsIn() {
        TestPool pool = jane("", "[]");
        Reply challenge = password(pool, "jane", TEMPORARY);
        assertThat(challenge.member("requiredAttributes")).isEqualTo("[]");

        Reply reply = answer(pool, CHALLENGE, challenge.member("Session"), "USERNAME", "jane", "NEW_PASSWORD", NEW);

        assertThat(reply.body()).contains("\"AccessToken\":", "\"ChallengeParameters\":{}");
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("CONFIRMED");
        assertThat(password(pool, "jane", NEW).body()).contains("AccessToken");
        assertThat(password(pool, "jane", TEMPORARY).outcome()).isEqualTo(INCORRECT);
    }

    /** Clause auth 6.2.t4. */
    @Test
    void theNewPasswordMayBeTheTemporaryOne() {
        TestPool pool = jane("", "[]");
        String session = password(pool, "jane", TEMPORARY).member("Session");

        assertThat(answer(pool, CHALLENGE, session, "USERNAME", "jane", "NEW_PASSWORD", TEMPORARY)
                        .body())
                .contains("AccessToken");
    }

    /** Lifecycle C5, auth 4.2: whoever replaces a password is told the same, by whatever operation. */
    @ParameterizedTest
    @MethodSource("passwordsOfNoForm")
    void aPasswordThatNoOperationTakesIsRefusedInItsWords(String password) {
        TestPool pool = jane("", "[]");
        String session = password(pool, "jane", TEMPORARY).member("Session");

        Reply refused = answer(pool, CHALLENGE, session, "USERNAME", "jane", "NEW_PASSWORD", password);

        String byAdministrator = pool.adminSetPassword("jane", password, true).outcome();
        assertThat(byAdministrator).startsWith("InvalidParameterException: 1 validation error detected:");
        assertThat(refused.outcome()).isEqualTo(byAdministrator);
        assertThat(answer(pool, CHALLENGE, session, "USERNAME", "jane", "NEW_PASSWORD", NEW)
                        .body())
                .as("the session stays good")
                .contains("AccessToken");
    }

    static List<String> passwordsOfNoForm() {
        return List.of(NEW + "x".repeat(257 - NEW.length()), NEW + "x".repeat(131_000), " " + NEW, NEW + "\\t");
    }

    /** The longest password that other operations take is taken here. */
    @Test
    void aPasswordOf256CharactersIsTaken() {
        TestPool pool = jane("", "[]");
        String session = password(pool, "jane", TEMPORARY).member("Session");
        String longest = NEW + "x".repeat(256 - NEW.length());

        assertThat(answer(pool, CHALLENGE, session, "USERNAME", "jane", "NEW_PASSWORD", longest)
                        .body())
                .contains("AccessToken");
    }

    /** Clause auth 8.t6. Auth 8: either twin answers; a surplus name is ignored (clause 5). */
    @Test
    void anAdministratorMayAnswerWhatTheUserBegan() {
        TestPool pool = jane("", "[]");
        String session = password(pool, "jane", TEMPORARY).member("Session");

        assertThat(adminAnswer(
                                pool,
                                CHALLENGE,
                                session,
                                "USERNAME",
                                "jane",
                                "NEW_PASSWORD",
                                NEW,
                                "PASSWORD_CLAIM_SIGNATURE",
                                "x")
                        .body())
                .contains("AccessToken");
    }

    /** Clauses auth 12.8.3, auth 8.t3. Auth 8. */
    @Test
    void aSessionIsGoodOnce() {
        TestPool pool = jane("", "[]");
        String session = password(pool, "jane", TEMPORARY).member("Session");
        answer(pool, CHALLENGE, session, "USERNAME", "jane", "NEW_PASSWORD", NEW);

        assertThat(answer(pool, CHALLENGE, session, "USERNAME", "jane", "NEW_PASSWORD", NEW + "2")
                        .outcome())
                .isEqualTo("NotAuthorizedException: Invalid session for the user, session can only be used once.");
        assertThat(password(pool, "jane", NEW).status()).isEqualTo(200);
    }

    /** Clause auth 8.t3. Auth 8. */
    @Test
    void ofManyAnswersAtOnceOneWins() throws Exception {
        TestPool pool = jane("", "[]");
        String session = password(pool, "jane", TEMPORARY).member("Session");

        List<String> outcomes = LockoutTest.atOnce(
                32,
                i -> answer(pool, CHALLENGE, session, "USERNAME", "jane", "NEW_PASSWORD", NEW + i)
                        .outcome());

        assertThat(outcomes).filteredOn(each -> each.contains("AccessToken")).hasSize(1);
        assertThat(outcomes)
                .filteredOn(each -> !each.contains("AccessToken"))
                .allMatch(each -> each.startsWith("NotAuthorizedException: Invalid session for the user"));
    }

    /** Clauses auth 12.8.2, auth 8.t2. Auth 8: AuthSessionValidity, three minutes unless said. */
    @Test
    void aSessionEnds() {
        TestPool pool = jane("", "[]");
        String session = password(pool, "jane", TEMPORARY).member("Session");
        server.clock().advance(Duration.ofMinutes(3));

        assertThat(answer(pool, CHALLENGE, session, "USERNAME", "jane", "NEW_PASSWORD", NEW)
                        .outcome())
                .isEqualTo("NotAuthorizedException: Invalid session for the user, session is expired.");
    }

    /** Clauses auth 12.8.1, auth 5.t4, auth 8.t4. Auth 5 and 8. */
    @Test
    void aSessionIsOfItsClientItsUserAndItsChallenge() {
        TestPool pool = jane("", "[]");
        pool.confirmed("john", "[]");
        String session = password(pool, "jane", TEMPORARY).member("Session");
        String invalid = "NotAuthorizedException: Invalid session for the user.";

        assertThat(answer(pool, CHALLENGE, session, "USERNAME", "john", "NEW_PASSWORD", NEW)
                        .outcome())
                .isEqualTo(invalid);
        assertThat(answer(SigningIn.through(pool, ""), CHALLENGE, session, "USERNAME", "jane", "NEW_PASSWORD", NEW)
                        .outcome())
                .isEqualTo(invalid);
        assertThat(answer(pool, CHALLENGE, "x".repeat(20), "USERNAME", "jane", "NEW_PASSWORD", NEW)
                        .outcome())
                .isEqualTo(invalid);
        assertThat(answer(pool, CHALLENGE, "", "USERNAME", "jane", "NEW_PASSWORD", NEW)
                        .outcome())
                .isEqualTo("InvalidParameterException: Missing required parameter Session");
        assertThat(answer(pool, CHALLENGE, session, "NEW_PASSWORD", NEW).outcome())
                .isEqualTo("InvalidParameterException: Missing required parameter USERNAME");
        assertThat(answer(pool, CHALLENGE, session, "USERNAME", "jane").outcome())
                .isEqualTo("InvalidParameterException: Missing required parameter NEW_PASSWORD");
        assertThat(answer(pool, CHALLENGE, session, "USERNAME", "jane", "NEW_PASSWORD", "weak")
                        .outcome())
                .isEqualTo("InvalidPasswordException: Password does not conform to policy: Password not long enough");
        assertThat(answer(pool, CHALLENGE, session, "USERNAME", "jane", "NEW_PASSWORD", NEW)
                        .status())
                .as("none of these used the session up")
                .isEqualTo(200);
    }

    /** Clauses auth 12.19, auth 6.2.t2. */
    @Test
    void whatEverybodyMustHaveIsAskedForAndStored() {
        TestPool pool = jane("\"Schema\":[{\"Name\":\"name\",\"Required\":true,\"Mutable\":true}]", "[]");
        String session = password(pool, "jane", TEMPORARY).member("Session");

        assertThat(answer(pool, CHALLENGE, session, "USERNAME", "jane", "NEW_PASSWORD", NEW)
                        .outcome())
                .isEqualTo("InvalidParameterException: Invalid attributes given, name is missing");
        assertThat(answer(
                                pool,
                                CHALLENGE,
                                session,
                                "USERNAME",
                                "jane",
                                "NEW_PASSWORD",
                                NEW,
                                "userAttributes.name",
                                "Jane")
                        .status())
                .isEqualTo(200);
        assertThat(pool.user("jane").attribute("name")).isEqualTo("Jane");
    }

    /** Clauses auth 12.15, auth 12.16, auth 6.2.t3. */
    @Test
    void whatIsSettledOrNotTheClientsIsNotWritten() {
        TestPool pool = jane("", "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]");
        String session = password(pool, "jane", TEMPORARY).member("Session");

        assertThat(answer(
                                pool,
                                CHALLENGE,
                                session,
                                "USERNAME",
                                "jane",
                                "NEW_PASSWORD",
                                NEW,
                                "userAttributes.email",
                                "jane@example.org")
                        .outcome())
                .isEqualTo("NotAuthorizedException: Cannot modify an already provided email");
        TestPool narrow = SigningIn.through(pool, "\"WriteAttributes\":[\"name\"]");
        String other = password(narrow, "jane", TEMPORARY).member("Session");
        assertThat(answer(
                                narrow,
                                CHALLENGE,
                                other,
                                "USERNAME",
                                "jane",
                                "NEW_PASSWORD",
                                NEW,
                                "userAttributes.nickname",
                                "jj")
                        .outcome())
                .isEqualTo("NotAuthorizedException: A client attempted to write unauthorized attribute");
        assertThat(pool.user("jane").attribute("email")).isEqualTo("jane@example.com");
    }

    /** Clauses A4.2.14, B2.12, C6.t3, auth 3.s10, auth 12.7. Auth 12. */
    @Test
    void aTemporaryPasswordThatIsTooOldIsRefused() {
        TestPool pool = jane("", "[]");
        server.clock().advance(Duration.ofDays(7));

        assertThat(password(pool, "jane", TEMPORARY).outcome())
                .isEqualTo("NotAuthorizedException: Temporary password has expired and must be reset by an"
                        + " administrator.");
    }

    @Test
    void aPasswordThatTheAdministratorSetMeanwhileEndsTheSession() {
        TestPool pool = jane("", "[]");
        String session = password(pool, "jane", TEMPORARY).member("Session");
        pool.adminSetPassword("jane", "An0ther-One!", true);

        assertThat(answer(pool, CHALLENGE, session, "USERNAME", "jane", "NEW_PASSWORD", NEW)
                        .outcome())
                .isEqualTo("NotAuthorizedException: Invalid session for the user.");
        assertThat(pool.hasPassword("jane", "An0ther-One!")).isTrue();
    }

    /**
     * Clauses I11.t2, auth 29.6, auth 6.2.t5. The trigger source of the tokens; PostAuthentication fires before it
     * (clause 29).
     */
    @Test
    void theFunctionsLearnThatAPasswordWasReplaced() {
        TestPool pool = jane(TestFunction.as("PreAuthentication", "PostAuthentication", "PreTokenGeneration"), "[]");
        String session = password(pool, "jane", TEMPORARY).member("Session");
        answer(pool, CHALLENGE, session, "USERNAME", "jane", "NEW_PASSWORD", NEW);

        assertThat(server.function().events())
                .extracting(TriggersTest::source)
                .containsExactly(
                        "PreAuthentication_Authentication",
                        "PostAuthentication_Authentication",
                        "TokenGeneration_NewPasswordChallenge");
    }

    /** Clause auth 6.2.t4. */
    @Test
    void theNewPasswordFollowsThePolicy() {
        TestPool pool = jane("", "[]");
        String session = password(pool, "jane", TEMPORARY).member("Session");

        assertThat(answer(pool, CHALLENGE, session, "USERNAME", "jane", "NEW_PASSWORD", "Sh0rt!")
                        .outcome())
                .isEqualTo("InvalidPasswordException: Password does not conform to policy: Password not long enough");
        assertThat(answer(pool, CHALLENGE, session, "USERNAME", "jane", "NEW_PASSWORD", NEW)
                        .body())
                .contains("AccessToken");
    }

    /** Clauses C6.t5, auth 6.2.t4. The password before the temporary one is one of the last. */
    @Test
    void theNewPasswordIsNoneOfTheLast() {
        TestPool pool = jane("\"Policies\":{\"PasswordPolicy\":{\"PasswordHistorySize\":2}}", "[]");
        pool.adminSetPassword("jane", TestPool.PASSWORD, true);
        pool.adminSetPassword("jane", TEMPORARY, false);
        String session = password(pool, "jane", TEMPORARY).member("Session");

        assertThat(answer(pool, CHALLENGE, session, "USERNAME", "jane", "NEW_PASSWORD", TestPool.PASSWORD)
                        .outcome())
                .isEqualTo("PasswordHistoryPolicyViolationException: Password has previously been used");
        assertThat(answer(pool, CHALLENGE, session, "USERNAME", "jane", "NEW_PASSWORD", NEW)
                        .body())
                .contains("AccessToken");
    }
}
