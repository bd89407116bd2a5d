package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.domain.UserStatus;
import dev.cognate.mfa.TestApp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same refusals for users and for administrators: both sign in by the same rules. Reference: auth 3, 5. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInFaultsTest {
    private static final String EMAIL =
            "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"},{\"Name\":\"email_verified\",\"Value\":\"true\"}]";
    private static final String NEW = "Entirely-N3w!";

    private TestServer server;

    /** Who signs in: the user, or an administrator for the user. */
    enum Caller {
        USER,
        ADMINISTRATOR;

        Reply begins(TestPool pool, String flow, String... parameters) {
            return switch (this) {
                case USER -> SigningIn.begin(pool, flow, parameters);
                case ADMINISTRATOR -> SigningIn.adminBegin(pool, flow, parameters);
            };
        }

        Reply answers(TestPool pool, String challenge, Reply begun, String... responses) {
            String session = begun.member("Session");
            return switch (this) {
                case USER -> SigningIn.answer(pool, challenge, session, responses);
                case ADMINISTRATOR -> SigningIn.adminAnswer(pool, challenge, session, responses);
            };
        }

        Reply tries(TestPool pool, String password) {
            String flow = this == USER ? "USER_PASSWORD_AUTH" : "ADMIN_USER_PASSWORD_AUTH";
            return begins(pool, flow, "USERNAME", "jane", "PASSWORD", password);
        }
    }

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private TestPool jane(String members) {
        TestPool pool = SigningIn.pool(server, members);
        assertThat(pool.adminCreate("jane", "\"MessageAction\":\"SUPPRESS\",\"UserAttributes\":" + EMAIL)
                        .status())
                .isEqualTo(200);
        assertThat(pool.adminSetPassword("jane", PASSWORD, true).status()).isEqualTo(200);
        return pool;
    }

    private static void to(UserStatus status, TestPool pool) {
        pool.change("jane", user -> user.withStatus(status, user.modified()));
    }

    @ParameterizedTest
    @EnumSource
    void aUserWhoIsNotConfirmedIsTold(Caller caller) {
        TestPool pool = jane("");
        Reply begun = caller.begins(pool, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", "PASSWORD");
        to(UserStatus.UNCONFIRMED, pool);

        assertThat(caller.tries(pool, PASSWORD).outcome())
                .isEqualTo("UserNotConfirmedException: User is not confirmed.");
        assertThat(caller.answers(pool, "PASSWORD", begun, "USERNAME", "jane", "PASSWORD", PASSWORD)
                        .outcome())
                .isEqualTo("UserNotConfirmedException: User is not confirmed.");
    }

    @ParameterizedTest
    @EnumSource
    void aUserWhoHasToSetAnotherPasswordIsTold(Caller caller) {
        TestPool pool = jane("");
        Reply begun = caller.begins(pool, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", "PASSWORD");
        to(UserStatus.RESET_REQUIRED, pool);

        assertThat(caller.tries(pool, PASSWORD).outcome())
                .isEqualTo("PasswordResetRequiredException: Password reset required for the user");
        assertThat(caller.answers(pool, "PASSWORD", begun, "USERNAME", "jane", "PASSWORD", PASSWORD)
                        .outcome())
                .isEqualTo("PasswordResetRequiredException: Password reset required for the user");
    }

    @ParameterizedTest
    @EnumSource
    void theSessionOfAUserWhoWasDeletedIsRefused(Caller caller) {
        TestPool pool = jane("");
        Reply begun = caller.begins(pool, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", "PASSWORD");
        pool.admin("AdminDeleteUser", "jane");

        assertThat(caller.tries(pool, PASSWORD).outcome()).isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(caller.answers(pool, "PASSWORD", begun, "USERNAME", "jane", "PASSWORD", PASSWORD)
                        .outcome())
                .isEqualTo("NotAuthorizedException: Invalid session for the user.");
    }

    @ParameterizedTest
    @EnumSource
    void aWrongCodeIsRefused(Caller caller) {
        TestPool pool =
                jane("\"Policies\":{\"SignInPolicy\":{\"AllowedFirstAuthFactors\":[\"PASSWORD\",\"EMAIL_OTP\"]}}");
        Reply begun = caller.begins(pool, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", "EMAIL_OTP");
        String wrong = pool.code("jane").equals("11111111") ? "22222222" : "11111111";

        assertThat(caller.answers(pool, "EMAIL_OTP", begun, "USERNAME", "jane", "EMAIL_OTP_CODE", wrong)
                        .outcome())
                .isEqualTo("CodeMismatchException: Invalid code or auth state for the user.");
    }

    @ParameterizedTest
    @EnumSource
    void aCodeOfTheAppIsGoodOnce(Caller caller) {
        TestPool pool = jane("");
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        TestApp app = TestApp.preferred(pool, pool.accessToken("jane"));
        String used = app.code();
        Reply begun = caller.tries(pool, PASSWORD);

        assertThat(caller.answers(
                                pool, "SOFTWARE_TOKEN_MFA", begun, "USERNAME", "jane", "SOFTWARE_TOKEN_MFA_CODE", used)
                        .outcome())
                .isEqualTo("ExpiredCodeException: Your software token has already been used once.");
    }

    @ParameterizedTest
    @EnumSource
    void anAppThatIsGoneIsNotEnabled(Caller caller) {
        TestPool pool = jane("");
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        TestApp app = TestApp.preferred(pool, pool.accessToken("jane"));
        Reply begun = caller.tries(pool, PASSWORD);
        pool.admin("AdminDeleteSoftwareToken", "jane");

        assertThat(caller.answers(
                                pool,
                                "SOFTWARE_TOKEN_MFA",
                                begun,
                                "USERNAME",
                                "jane",
                                "SOFTWARE_TOKEN_MFA_CODE",
                                app.code(2))
                        .fault())
                .isEqualTo("SoftwareTokenMFANotFoundException");
    }

    @ParameterizedTest
    @EnumSource
    void aNewPasswordThatIsWeakOrWasUsedBeforeIsRefused(Caller caller) {
        TestPool pool = jane("\"Policies\":{\"PasswordPolicy\":{\"PasswordHistorySize\":2}}");
        pool.adminSetPassword("jane", "Temp0rary-Horse!", false);
        Reply begun = caller.tries(pool, "Temp0rary-Horse!");

        assertThat(replaces(caller, pool, begun, "weak").fault()).isEqualTo("InvalidPasswordException");
        assertThat(replaces(caller, pool, begun, PASSWORD).outcome())
                .isEqualTo("PasswordHistoryPolicyViolationException: Password has previously been used");
    }

    /** A name of one's own, given together with the new password. */
    @ParameterizedTest
    @EnumSource
    void aNameThatIsSomebodyElsesIsRefused(Caller caller) {
        TestPool pool = jane("\"AliasAttributes\":[\"preferred_username\"]");
        pool.adminCreate("john", "\"UserAttributes\":[{\"Name\":\"preferred_username\",\"Value\":\"star\"}]");
        pool.adminSetPassword("john", PASSWORD, true);
        pool.adminSetPassword("jane", "Temp0rary-Horse!", false);
        Reply begun = caller.tries(pool, "Temp0rary-Horse!");

        assertThat(replaces(caller, pool, begun, NEW, "userAttributes.preferred_username", "star")
                        .fault())
                .isEqualTo("AliasExistsException");
    }

    private static Reply replaces(Caller caller, TestPool pool, Reply begun, String password, String... more) {
        String[] responses = new String[4 + more.length];
        System.arraycopy(new String[] {"USERNAME", "jane", "NEW_PASSWORD", password}, 0, responses, 0, 4);
        System.arraycopy(more, 0, responses, 4, more.length);
        return caller.answers(pool, "NEW_PASSWORD_REQUIRED", begun, responses);
    }

    /** Auth 22. */
    @ParameterizedTest
    @EnumSource
    void aTierWithoutChoiceOffersNone(Caller caller) {
        TestPool pool = jane("\"UserPoolTier\":\"LITE\"");

        assertThat(caller.begins(pool, "USER_AUTH", "USERNAME", "jane").fault())
                .isEqualTo("FeatureUnavailableInTierException");
    }

    /** Clause auth 3.s4. */
    @ParameterizedTest
    @EnumSource
    void aClientThatRotatesRefreshTokensUsesAnotherOperation(Caller caller) {
        TestPool pool = server.pool("");
        TestPool rotating = pool.through(pool.newClient("""
            "ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH"],"RefreshTokenRotation":{"Feature":"ENABLED"}\
            """).member("ClientId"));

        assertThat(caller.begins(rotating, "REFRESH_TOKEN_AUTH").outcome())
                .isEqualTo("UnsupportedOperationException: This API does not support refresh token rotation");
    }
}
