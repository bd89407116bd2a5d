package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.mfa.TestApp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From SignUp over ConfirmSignUp into a sign-in without another challenge. Reference: lifecycle E1, E2; auth 4.5, 8, 29. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SigningUpTest {
    private static final String CODES = """
        "AutoVerifiedAttributes":["email"],
        "Policies":{"SignInPolicy":{"AllowedFirstAuthFactors":["PASSWORD","EMAIL_OTP"]}}\
        """;
    private static final String INVALID = "NotAuthorizedException: Invalid session for the user.";
    private static final String EXPIRED = "NotAuthorizedException: Invalid session for the user, session is expired.";
    private static final String USED =
            "NotAuthorizedException: Invalid session for the user, session can only be used once.";

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

    private static String signUp(TestPool pool, String username) {
        return pool.signUp(username, username + "@example.com").member("Session");
    }

    private static Reply confirm(TestPool pool, String username, String session) {
        return pool.call("ConfirmSignUp", """
            "Username":"%s","ConfirmationCode":"%s","Session":"%s"\
            """.formatted(username, pool.code(username), session));
    }

    /** The session of a user who has just signed up and confirmed. */
    private static String confirmed(TestPool pool, String username) {
        return confirm(pool, username, signUp(pool, username)).member("Session");
    }

    private static Reply signIn(TestPool pool, String username, String session) {
        return pool.call("InitiateAuth", """
            "AuthFlow":"USER_AUTH","AuthParameters":{"USERNAME":"%s"},"Session":"%s"\
            """.formatted(username, session));
    }

    /** Clause auth 4.5.8. The last row of clause 4.5. */
    @Test
    void whoHasJustConfirmedSignsInWithoutAnotherChallenge() {
        TestPool pool = SigningIn.pool(server, CODES);

        String session = signUp(pool, "jane");
        assertThat(session).hasSizeBetween(20, 2048);
        Reply confirmed = confirm(pool, "jane", session);
        assertThat(confirmed.member("Session")).hasSizeBetween(20, 2048).isNotEqualTo(session);

        assertThat(signIn(pool, "jane", confirmed.member("Session")).body())
                .contains("\"AccessToken\":", "\"RefreshToken\":", "\"ChallengeParameters\":{}")
                .doesNotContain("ChallengeName");
    }

    @Test
    void anAdministratorMayBeginTheSignIn() {
        TestPool pool = SigningIn.pool(server, CODES);

        assertThat(pool.adminCall("AdminInitiateAuth", """
                        "ClientId":"%s","AuthFlow":"USER_AUTH","AuthParameters":{"USERNAME":"jane"},"Session":"%s"\
                        """.formatted(pool.client(), confirmed(pool, "jane")))
                        .body())
                .contains("\"AccessToken\":");
    }

    /** Clause auth 29.9. 29, the row "ConfirmSignUp Session → InitiateAuth USER_AUTH". */
    @Test
    void theFunctionsAreAskedAsInAnySignIn() {
        TestPool pool = SigningIn.pool(
                server, CODES + "," + TestFunction.as("PreAuthentication", "PostAuthentication", "PreTokenGeneration"));
        String session = confirmed(pool, "jane");
        server.function().reset();

        signIn(pool, "jane", session);

        assertThat(server.function().events())
                .extracting(event -> event.replaceAll(".*\"triggerSource\":\"([^\"]*)\".*", "$1"))
                .containsExactly(
                        "PreAuthentication_Authentication",
                        "PostAuthentication_Authentication",
                        "TokenGeneration_Authentication");
    }

    /** Lifecycle E1: only "when the client allows ALLOW_USER_AUTH". */
    @Test
    void whereUserAuthIsNotAllowedThereIsNoSession() {
        TestPool plain = server.pool(CODES);
        assertThat(plain.signUp("jane", "jane@example.com").body()).doesNotContain("Session");
        TestPool lowest = SigningIn.pool(server, "\"AutoVerifiedAttributes\":[\"email\"],\"UserPoolTier\":\"LITE\"");
        assertThat(lowest.signUp("jane", "jane@example.com").body()).doesNotContain("Session");
    }

    /** Lifecycle E2: only "when a SignUp Session was sent, otherwise {}". */
    @Test
    void whoSendsNoSessionGetsNone() {
        TestPool pool = SigningIn.pool(server, CODES);
        signUp(pool, "jane");

        assertThat(pool.confirm("jane", pool.code("jane")).body()).isEqualTo("{}");
    }

    /** Clause 8: single use. */
    @Test
    void aSessionIsGoodOnceAlsoWhenManyComeTogether() throws Exception {
        TestPool pool = SigningIn.pool(server, CODES);
        String session = confirmed(pool, "jane");

        List<String> outcomes =
                LockoutTest.atOnce(16, i -> signIn(pool, "jane", session).outcome());

        assertThat(outcomes).filteredOn(each -> each.contains("AccessToken")).hasSize(1);
        assertThat(outcomes)
                .filteredOn(each -> !each.contains("AccessToken"))
                .containsOnly(USED)
                .hasSize(15);
    }

    /** Clause 8: AuthSessionValidity. A slow reader of e-mails is confirmed all the same. */
    @Test
    void aSessionLivesAsLongAsOneOfASignIn() {
        TestPool pool = SigningIn.pool(server, CODES);
        String late = confirmed(pool, "jane");
        String slow = signUp(pool, "john");
        server.clock().advance(Duration.ofMinutes(3));

        assertThat(signIn(pool, "jane", late).outcome()).isEqualTo(EXPIRED);
        assertThat(confirm(pool, "john", slow).body()).isEqualTo("{}");
        assertThat(pool.adminGetUser("john").member("UserStatus")).isEqualTo("CONFIRMED");
    }

    /** Clause 8: bound to client, user and stage. */
    @Test
    void aSessionIsOfItsClientItsUserAndItsStage() {
        TestPool pool = SigningIn.pool(server, CODES);
        String begun = signUp(pool, "jane");
        String others = confirmed(pool, "john");

        assertThat(signIn(pool, "jane", begun).outcome())
                .as("not confirmed by it")
                .isEqualTo(INVALID);
        assertThat(confirm(pool, "jane", others).outcome()).isEqualTo(INVALID);
        assertThat(confirm(pool, "jane", "x".repeat(30)).outcome()).isEqualTo(INVALID);
        assertThat(confirm(SigningIn.through(pool, ""), "jane", begun).outcome())
                .as("another client")
                .isEqualTo(INVALID);
        String session = confirm(pool, "jane", begun).member("Session");

        assertThat(signIn(pool, "john", session).outcome()).isEqualTo(INVALID);
        assertThat(signIn(SigningIn.through(pool, ""), "jane", session).outcome())
                .isEqualTo(INVALID);
        assertThat(signIn(pool, "jane", begun).outcome())
                .as("of the stage before")
                .isEqualTo(INVALID);
        assertThat(signIn(pool, "jane", session).body()).contains("\"AccessToken\":");
    }

    /** Clause 11: neither operation tells a name without a user from one with a user. */
    @Test
    void aConcealingClientRefusesAForeignSessionOfNobodyAlike() {
        TestPool pool = SigningIn.concealing(server, CODES);
        String begun = signUp(pool, "john");
        String session = confirmed(pool, "jane");

        for (String name : List.of("john", "nobody")) {
            assertThat(signIn(pool, name, session).outcome()).isEqualTo(INVALID);
            assertThat(pool.call("ConfirmSignUp", """
                            "Username":"%s","ConfirmationCode":"123456","Session":"%s"\
                            """.formatted(name, session)).outcome())
                    .isEqualTo(INVALID);
        }
        assertThat(confirm(pool, "john", begun).member("Session")).isNotEmpty();
    }

    /** Clause auth 4.5.8. Clause 4.5: "and the user may sign in passwordless"; the session is left as it was. */
    @Test
    void whereACodeWouldNotDoTheUserChoosesAsAlways() {
        TestPool passwords = SigningIn.pool(server, "\"AutoVerifiedAttributes\":[\"email\"]");
        assertThat(signIn(passwords, "jane", confirmed(passwords, "jane")).body())
                .contains("\"SELECT_CHALLENGE\"", "\"AvailableChallenges\":[\"PASSWORD_SRP\",\"PASSWORD\"]");

        TestPool pool = SigningIn.pool(server, CODES);
        String session = confirmed(pool, "jane");
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        TestApp.preferred(pool, pool.accessToken("jane"));
        assertThat(signIn(pool, "jane", session).body())
                .as("a second factor is switched on")
                .contains("\"AvailableChallenges\":[\"PASSWORD_SRP\",\"PASSWORD\"]");
    }

    @Test
    void whoIsDisabledOrDeletedMeanwhileIsRefused() {
        TestPool pool = SigningIn.pool(server, CODES);
        String jane = confirmed(pool, "jane");
        String john = confirmed(pool, "john");
        pool.admin("AdminDisableUser", "jane");
        pool.admin("AdminDeleteUser", "john");

        assertThat(signIn(pool, "jane", jane).outcome()).isEqualTo("NotAuthorizedException: User is disabled.");
        assertThat(signIn(pool, "john", john).outcome()).isEqualTo("UserNotFoundException: User does not exist.");
    }

    /** A function may confirm at once; whether its address is verified decides, as after ConfirmSignUp. */
    @Test
    void whoIsConfirmedAtOnceSignsInWithTheSessionOfSignUp() {
        TestPool pool = SigningIn.pool(server, CODES + "," + TestFunction.as("PreSignUp"));
        server.function().returns("{\"autoConfirmUser\":true,\"autoVerifyEmail\":true}");
        assertThat(signIn(pool, "jane", signUp(pool, "jane")).body()).contains("\"AccessToken\":");

        server.function().returns("{\"autoConfirmUser\":true,\"autoVerifyEmail\":false}");
        assertThat(signIn(pool, "john", signUp(pool, "john")).member("ChallengeName"))
                .isEqualTo("SELECT_CHALLENGE");
    }

    /** The session is for USER_AUTH only (clause 3): elsewhere it is neither needed nor looked at. */
    @Test
    void otherFlowsIgnoreTheSession() {
        TestPool pool = SigningIn.pool(server, CODES);
        String session = confirmed(pool, "jane");

        assertThat(pool.call("InitiateAuth", """
                        "AuthFlow":"USER_PASSWORD_AUTH","Session":"%s","AuthParameters":{"USERNAME":"jane","PASSWORD":"%s"}\
                        """.formatted(session, PASSWORD)).body())
                .contains("\"AccessToken\":");
        assertThat(signIn(pool, "jane", session).body()).contains("\"AccessToken\":");
    }
}
