package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.INCORRECT;
import static dev.cognate.signin.SigningIn.PASSWORD;
import static dev.cognate.signin.SigningIn.begin;
import static dev.cognate.signin.SigningIn.claims;
import static dev.cognate.signin.SigningIn.password;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.crypto.SecretHash;
import dev.cognate.domain.UserStatus;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference: auth 3, 4.2, 10 to 12, 28, 29. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InitiateAuthTest {
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Clauses auth 3.2, auth 29.t4, auth 4.2.t1. Auth 29, the facts that were seen. */
    @Test
    void thePasswordGivesTheThreeTokens() {
        TestPool pool = SigningIn.pool(server, "");
        pool.confirmed("jane", "[]");

        Reply reply = password(pool, "jane", PASSWORD);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .startsWith("{\"AuthenticationResult\":{")
                .contains("\"ExpiresIn\":3600", "\"TokenType\":\"Bearer\"", "\"RefreshToken\":", "\"IdToken\":")
                .contains("\"ChallengeParameters\":{}");
        assertThat(claims(reply, "AccessToken"))
                .contains("\"scope\":\"aws.cognito.signin.user.admin\"", "\"username\":\"jane\"")
                .doesNotContain("email");
        assertThat(claims(reply, "IdToken"))
                .contains("\"cognito:username\":\"jane\"")
                .as("no email claim without the attribute")
                .doesNotContain("email");
    }

    /**
     * Clause auth 29.t5. Auth 29: {@code username} is the {@code sub} in pools of e-mail addresses, and the name is
     * the address.
     */
    @Test
    void inAPoolOfAddressesTheTokensNameTheSubAndTheAddress() {
        TestPool pool = SigningIn.pool(server, "\"UsernameAttributes\":[\"email\"]");
        String sub = pool.signUpWith("jane@example.com", "[]").member("UserSub");
        pool.admin("AdminConfirmSignUp", "jane@example.com");

        Reply reply = password(pool, "jane@example.com", PASSWORD);

        assertThat(claims(reply, "AccessToken")).contains("\"username\":\"" + sub + "\"", "\"sub\":\"" + sub + "\"");
        assertThat(claims(reply, "IdToken"))
                .contains("\"email\":\"jane@example.com\"", "\"cognito:username\":\"" + sub + "\"");
    }

    @Test
    void theTokensAreGood() {
        TestPool pool = SigningIn.pool(server, "");
        pool.confirmed("jane", "[]");

        String token = password(pool, "jane", PASSWORD).member("AccessToken");

        assertThat(pool.callAs(token, "GetUser", "").member("Username")).isEqualTo("jane");
    }

    /** Clauses A4.2.12, auth 12.1, auth 4.2.t1. Auth 4.2, row 1 of clause 11. */
    @Test
    void aWrongPasswordIsRefused() {
        TestPool pool = SigningIn.pool(server, "");
        pool.confirmed("jane", "[]");

        assertThat(password(pool, "jane", PASSWORD + " ").outcome()).isEqualTo(INCORRECT);
        assertThat(password(pool, "jane", PASSWORD.toLowerCase(Locale.ROOT)).outcome())
                .isEqualTo(INCORRECT);
        assertThat(password(pool, "jane", "x".repeat(257)).outcome())
                .as("the values of AuthParameters have no limits of their own (clause 1)")
                .isEqualTo(INCORRECT);
    }

    /** Clauses A4.3.2, A8.6a, A8.6c, auth 11.1, auth 12.5. Row 1 of clause 11. */
    @Test
    void anUnknownUserIsNamedAsSuchOnlyWhereThatIsNoSecret() {
        assertThat(password(SigningIn.pool(server, ""), "nobody", PASSWORD).outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(password(SigningIn.concealing(server, ""), "nobody", PASSWORD)
                        .outcome())
                .isEqualTo(INCORRECT);
        assertThat(password(SigningIn.concealing(server, ""), "n".repeat(129), PASSWORD)
                        .outcome())
                .isEqualTo(INCORRECT);
    }

    /**
     * Clauses A4.2.9, A4.20, A4.21, A8.6b, F4.t4, F9.t3, auth 3.s10, auth 11.8, auth 12.2, auth 12.3, auth 12.4. Step
     * 10 and row 7 of clause 11: not hidden, and said before the password is looked at.
     */
    @Test
    void theStandingOfAUserIsSaid() {
        TestPool pool = SigningIn.concealing(server, "");
        pool.signUpWith("unconfirmed", "[]");
        pool.confirmed("disabled", "[]");
        pool.disable("disabled");
        pool.confirmed("reset", "[]");
        pool.change("reset", user -> user.withStatus(UserStatus.RESET_REQUIRED, user.modified()));
        pool.confirmed("elsewhere", "[]");
        pool.change("elsewhere", user -> user.withStatus(UserStatus.EXTERNAL_PROVIDER, user.modified()));

        assertThat(password(pool, "unconfirmed", "wrong").outcome())
                .isEqualTo("UserNotConfirmedException: User is not confirmed.");
        assertThat(password(pool, "disabled", "wrong").outcome())
                .isEqualTo("NotAuthorizedException: User is disabled.");
        assertThat(password(pool, "reset", "wrong").outcome())
                .isEqualTo("PasswordResetRequiredException: Password reset required for the user");
        assertThat(password(pool, "elsewhere", PASSWORD).outcome()).isEqualTo(INCORRECT);
    }

    /** Clause auth 3.s9. By alias only once it is verified. */
    @Test
    void anAliasSignsInOnceItIsVerified() {
        TestPool pool =
                SigningIn.pool(server, "\"AliasAttributes\":[\"email\"],\"AutoVerifiedAttributes\":[\"email\"]");
        pool.signUp("jane", "jane@example.com");
        assertThat(password(pool, "jane@example.com", PASSWORD).fault()).isEqualTo("UserNotFoundException");

        pool.confirm("jane", pool.code("jane"));

        assertThat(password(pool, "jane@example.com", PASSWORD).status()).isEqualTo(200);
        assertThat(password(pool, pool.user("jane").sub().value(), PASSWORD).status())
                .isEqualTo(200);
    }

    /** Clauses auth 3.s6, auth 12.18.5, auth 4.2.t2. */
    @Test
    void whatIsMissingIsNamedInOrder() {
        TestPool pool = SigningIn.pool(server, "");

        assertThat(begin(pool, "USER_PASSWORD_AUTH").outcome())
                .isEqualTo("InvalidParameterException: Missing required parameter USERNAME");
        assertThat(begin(pool, "USER_PASSWORD_AUTH", "USERNAME", "jane").outcome())
                .isEqualTo("InvalidParameterException: Missing required parameter PASSWORD");
        assertThat(begin(pool, "USER_PASSWORD_AUTH", "USERNAME", "jane", "PASSWORD", "")
                        .outcome())
                .isEqualTo("InvalidParameterException: Missing required parameter PASSWORD");
        assertThat(pool.call("InitiateAuth", "\"AuthFlow\":\"REFRESH_TOKEN_AUTH\"")
                        .outcome())
                .isEqualTo("InvalidParameterException: Missing required parameter REFRESH_TOKEN");
    }

    /** Clauses auth 3.3, auth 3.s3, auth 12.18.3. */
    @ParameterizedTest
    @ValueSource(strings = {"ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"})
    void flowsOfAdministratorsAreNotSupported(String flow) {
        assertThat(begin(SigningIn.pool(server, ""), flow).outcome())
                .isEqualTo("InvalidParameterException: Initiate Auth method not supported.");
    }

    /** Clause auth 3.s1. What is no flow never comes to anything. */
    @Test
    void anUnknownFlowIsRefused() {
        TestPool pool = SigningIn.pool(server, "");
        pool.confirmed("jane", "[]");

        Reply reply = begin(pool, "USER_PASSWORD", "USERNAME", "jane", "PASSWORD", PASSWORD);

        assertThat(reply.fault()).isEqualTo("InvalidParameterException");
        assertThat(reply.body())
                .contains("1 validation error detected", "authFlow")
                .doesNotContain("Token");
    }

    /** Clauses auth 3.s5, auth 12.18.1. */
    @ParameterizedTest
    @CsvSource({
        "USER_SRP_AUTH,USER_SRP_AUTH is not enabled for the client.",
        "USER_PASSWORD_AUTH,USER_PASSWORD_AUTH flow not enabled for this client",
        "CUSTOM_AUTH,CUSTOM_AUTH is not enabled for the client.",
        "USER_AUTH,USER_AUTH is not enabled for the client.",
        "REFRESH_TOKEN_AUTH,REFRESH_TOKEN_AUTH is not enabled for the client.",
        "REFRESH_TOKEN,REFRESH_TOKEN_AUTH is not enabled for the client."
    })
    void aFlowThatTheClientMayNotUseIsRefused(String flow, String text) {
        TestPool pool = server.pool("");
        TestPool other = pool.through(pool.newClient("\"ExplicitAuthFlows\":[\"ALLOW_ADMIN_USER_PASSWORD_AUTH\"]")
                .member("ClientId"));

        assertThat(begin(other, flow).outcome()).isEqualTo("InvalidParameterException: " + text);
    }

    /** Auth 2, ExplicitAuthFlows: the defaults, and what the older names add to. */
    @Test
    void theOlderNamesAddToWhatEveryClientMay() {
        TestPool unset = server.pool("");
        assertThat(begin(unset, "USER_PASSWORD_AUTH").outcome()).endsWith("flow not enabled for this client");
        assertThat(begin(unset, "REFRESH_TOKEN_AUTH").outcome()).endsWith("Missing required parameter REFRESH_TOKEN");

        TestPool older = unset.through(unset.newClient("\"ExplicitAuthFlows\":[\"USER_PASSWORD_AUTH\"]")
                .member("ClientId"));
        assertThat(begin(older, "USER_PASSWORD_AUTH").outcome()).endsWith("Missing required parameter USERNAME");
        assertThat(begin(older, "REFRESH_TOKEN").outcome()).endsWith("Missing required parameter REFRESH_TOKEN");
        assertThat(begin(older, "CUSTOM_AUTH").outcome()).endsWith("CUSTOM_AUTH is not enabled for the client.");

        TestPool custom = unset.through(unset.newClient("\"ExplicitAuthFlows\":[\"CUSTOM_AUTH_FLOW_ONLY\"]")
                .member("ClientId"));
        assertThat(begin(custom, "USER_SRP_AUTH").outcome()).endsWith("USER_SRP_AUTH is not enabled for the client.");
        assertThat(begin(custom, "REFRESH_TOKEN").outcome()).endsWith("Missing required parameter REFRESH_TOKEN");
    }

    /** Clause auth 3.s2. */
    @Test
    void anUnknownClientIsNamed() {
        assertThat(begin(server.pool("").through("nosuchclient"), "USER_PASSWORD_AUTH")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool client nosuchclient does not exist.");
    }

    /** Clauses auth 3.s7, auth 12.9, auth 10.1, auth 10.2, auth 10.4, auth 10.t2. Auth 10. */
    @Test
    void aClientWithASecretProvesItOverTheNameAsSentOrAsStored() {
        TestPool pool = SigningIn.pool(server, "\"UsernameAttributes\":[\"email\"]");
        Reply made = pool.newClient("\"GenerateSecret\":true," + SigningIn.EVERY_FLOW);
        TestPool secret = pool.through(made.member("ClientId"));
        String sub = pool.signUpWith("jane@example.com", "[]").member("UserSub");
        pool.admin("AdminConfirmSignUp", "jane@example.com");
        String key = made.member("ClientSecret");
        String sent = SecretHash.of(key, "jane@example.com", secret.client());

        assertThat(password(secret, "jane@example.com", PASSWORD).outcome())
                .isEqualTo("NotAuthorizedException: Client " + secret.client()
                        + " is configured with secret but SECRET_HASH was not received");
        assertThat(hashed(secret, "d3Jvbmc=").outcome())
                .isEqualTo("NotAuthorizedException: Unable to verify secret hash for client " + secret.client());
        assertThat(hashed(secret, sent).status()).isEqualTo(200);
        assertThat(hashed(secret, SecretHash.of(key, sub, secret.client())).status())
                .isEqualTo(200);
        assertThat(hashed(pool, sent).status())
                .as("a public client's hash is ignored")
                .isEqualTo(200);
    }

    private static Reply hashed(TestPool pool, String hash) {
        return begin(
                pool, "USER_PASSWORD_AUTH", "USERNAME", "jane@example.com", "PASSWORD", PASSWORD, "SECRET_HASH", hash);
    }

    /**
     * Clauses auth 3.5, auth 29.t3, auth 29.t4. Auth 4.4, 16.1 and 29: the older name too; what a refresh keeps and
     * what it changes.
     */
    @ParameterizedTest
    @ValueSource(strings = {"REFRESH_TOKEN", "REFRESH_TOKEN_AUTH"})
    void aRefreshTokenGivesNewTokensOfTheSameOrigin(String flow) {
        TestPool pool = SigningIn.pool(server, "");
        pool.confirmed("jane", "[]");
        Reply first = password(pool, "jane", PASSWORD);
        server.clock().advance(Duration.ofMinutes(1));

        Reply second = begin(pool, flow, "REFRESH_TOKEN", first.member("RefreshToken"));

        assertThat(second.body())
                .contains("\"ChallengeParameters\":{}", "\"TokenType\":\"Bearer\"")
                .doesNotContain("\"RefreshToken\"", "NewDeviceMetadata");
        String origin = claim(first, "AccessToken", "origin_jti");
        assertThat(claim(first, "IdToken", "origin_jti")).isEqualTo(origin);
        assertThat(claim(second, "IdToken", "origin_jti")).isEqualTo(origin);
        assertThat(claim(second, "AccessToken", "origin_jti")).isEqualTo(origin);
        assertThat(claim(first, "AccessToken", "jti"))
                .isNotEqualTo(claim(first, "IdToken", "jti"))
                .isNotEqualTo(claim(second, "AccessToken", "jti"));
        assertThat(claim(password(pool, "jane", PASSWORD), "AccessToken", "origin_jti"))
                .as("a new sign-in has a new origin")
                .isNotEqualTo(origin);
    }

    private static String claim(Reply reply, String token, String claim) {
        String claims = claims(reply, token);
        int start = claims.indexOf("\"" + claim + "\":\"") + claim.length() + 4;
        return claims.substring(start, claims.indexOf('"', start));
    }

    /** Clauses auth 12.9, auth 10.t2. Auth 10: over the real username, which an alias is not. */
    @Test
    void theSecretIsProvedAtRefreshOverTheRealUsername() {
        TestPool pool = SigningIn.pool(server, "\"UsernameAttributes\":[\"email\"]");
        Reply made = pool.newClient("\"GenerateSecret\":true," + SigningIn.EVERY_FLOW);
        TestPool secret = pool.through(made.member("ClientId"));
        String sub = pool.signUpWith("jane@example.com", "[]").member("UserSub");
        pool.admin("AdminConfirmSignUp", "jane@example.com");
        String key = made.member("ClientSecret");
        String byAddress = SecretHash.of(key, "jane@example.com", secret.client());
        String token = hashed(secret, byAddress).member("RefreshToken");

        assertThat(begin(secret, "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN", token).outcome())
                .endsWith("is configured with secret but SECRET_HASH was not received");
        assertThat(begin(secret, "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN", token, "SECRET_HASH", byAddress)
                        .outcome())
                .isEqualTo("NotAuthorizedException: SecretHash does not match for the client: " + secret.client());
        assertThat(begin(
                                secret,
                                "REFRESH_TOKEN_AUTH",
                                "REFRESH_TOKEN",
                                token,
                                "SECRET_HASH",
                                SecretHash.of(key, sub, secret.client()))
                        .status())
                .isEqualTo(200);
    }

    /** Clauses auth 3.s4, auth 12.26. Before step 5. */
    @Test
    void aClientThatRotatesRefreshTokensUsesAnotherOperation() {
        TestPool pool = server.pool("");
        TestPool rotating = pool.through(pool.newClient("""
            "ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH"],"RefreshTokenRotation":{"Feature":"ENABLED"}\
            """).member("ClientId"));

        assertThat(begin(rotating, "REFRESH_TOKEN_AUTH").outcome())
                .isEqualTo("UnsupportedOperationException: This API does not support refresh token rotation");
    }

    /** Clause auth 29.t2. Auth 29: groups in the access token. */
    @Test
    void groupsAreInTheAccessToken() {
        TestPool pool = SigningIn.pool(server, "");
        pool.confirmed("jane", "[]");
        pool.adminCall("CreateGroup", "\"GroupName\":\"admins\"");
        pool.adminCall("AdminAddUserToGroup", "\"Username\":\"jane\",\"GroupName\":\"admins\"");

        assertThat(claims(password(pool, "jane", PASSWORD), "AccessToken")).contains("\"cognito:groups\":[\"admins\"]");
    }

    /** Clauses F4.t5, H.t13. Somebody who was imported has never had a password here. */
    @Test
    void whoHasYetToSetAPasswordIsToldSoOnlyWhereUsersAreNoSecret() {
        TestPool pool = SigningIn.pool(server, "");
        pool.confirmed("imported", "[]");
        pool.change(
                "imported",
                user -> user.withoutPassword(user.modified()).withStatus(UserStatus.RESET_REQUIRED, user.modified()));
        TestPool concealing = SigningIn.through(pool, "\"PreventUserExistenceErrors\":\"ENABLED\"");

        assertThat(password(pool, "imported", PASSWORD).outcome())
                .isEqualTo("PasswordResetRequiredException: Password reset required for the user");
        for (String flow : List.of("USER_PASSWORD_AUTH", "USER_AUTH")) {
            assertThat(begin(
                                    concealing,
                                    flow,
                                    "USERNAME",
                                    "imported",
                                    "PASSWORD",
                                    PASSWORD,
                                    "PREFERRED_CHALLENGE",
                                    "PASSWORD")
                            .outcome())
                    .as(flow)
                    .isEqualTo(INCORRECT);
        }
        pool.disable("imported");
        assertThat(password(concealing, "imported", PASSWORD).outcome())
                .isEqualTo("NotAuthorizedException: User is disabled.");
    }

    /** Clause auth 11.6. Whoever holds the token knows that the user was there. */
    @ParameterizedTest
    @ValueSource(strings = {"LEGACY", "ENABLED"})
    void aDeletedUserIsToldOfAtRefreshThroughEveryClient(String existence) {
        TestPool pool = SigningIn.through(server.pool(""), "\"PreventUserExistenceErrors\":\"" + existence + "\"");
        pool.confirmed("jane", "[]");
        String token = password(pool, "jane", PASSWORD).member("RefreshToken");
        pool.admin("AdminDeleteUser", "jane");

        assertThat(begin(pool, "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN", token).outcome())
                .isEqualTo("NotAuthorizedException: The user has been deleted for the associated refresh token");
    }
}
