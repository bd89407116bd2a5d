package dev.cognate.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.domain.UserStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** AdminResetUserPassword over the wire. Reference: lifecycle F4. */
class AdminResetUserPasswordTest {
    private static final String NO_ADDRESS =
            "InvalidParameterException: Cannot reset password for the user as there is no "
                    + "registered/verified email or phone_number";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestPool withJane(String members) {
        TestPool pool =
                server.pool("\"AutoVerifiedAttributes\":[\"email\"]" + (members.isEmpty() ? "" : ",") + members);
        pool.signUp("jane", "jane@example.com");
        pool.confirm("jane", pool.code("jane"));
        server.function().reset();
        return pool;
    }

    /** Clauses B2.14, F4.t1. */
    @Test
    void theUserIsSentACodeAndMustUseIt() {
        TestPool pool = withJane("");

        assertThat(pool.admin("AdminResetUserPassword", "jane").outcome()).isEqualTo("{}");

        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("RESET_REQUIRED");
        assertThat(server.inbox(pool.id(), "jane").getFirst().message().triggerSource())
                .isEqualTo("CustomMessage_ForgotPassword");
        assertThat(pool.confirmForgot("jane", pool.code("jane"), "An0ther-Horse!")
                        .outcome())
                .isEqualTo("{}");
    }

    @Test
    void aSecondResetReplacesTheCode() {
        TestPool pool = withJane("");
        pool.admin("AdminResetUserPassword", "jane");
        String earlier = pool.code("jane");

        assertThat(pool.admin("AdminResetUserPassword", "jane").outcome()).isEqualTo("{}");
        assertThat(pool.confirmForgot("jane", earlier, "An0ther-Horse!").fault())
                .isEqualTo("CodeMismatchException");
    }

    /** Clauses D3.3, F4.t1, I2.t4, I4.4. */
    @Test
    void theFunctionIsToldOfAnAdministratorsRequest() {
        TestPool pool = withJane(TestFunction.as("CustomMessage"));

        pool.adminCall("AdminResetUserPassword", "\"Username\":\"jane\",\"ClientMetadata\":{\"k\":\"v\"}");

        assertThat(server.function().events())
                .singleElement()
                .asString()
                .contains("\"triggerSource\":\"CustomMessage_ForgotPassword\"")
                .contains("\"clientId\":\"CLIENT_ID_NOT_APPLICABLE\"")
                .contains("\"cognito:user_status\":\"RESET_REQUIRED\"")
                .contains("\"clientMetadata\":{\"k\":\"v\"}");
    }

    @Test
    void aFunctionThatFailsChangesNothing() {
        TestPool pool = withJane(TestFunction.as("CustomMessage"));
        server.function().fails("no words");

        assertThat(pool.admin("AdminResetUserPassword", "jane").outcome())
                .isEqualTo("UserLambdaValidationException: CustomMessage failed with error no words.");
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("CONFIRMED");
    }

    /** Clauses A4.2.10, B2.13, F4.t3. */
    @ParameterizedTest
    @EnumSource(
            value = UserStatus.class,
            names = {"UNCONFIRMED", "FORCE_CHANGE_PASSWORD", "EXTERNAL_PROVIDER"})
    void inOtherStatesThereIsNothingToReset(UserStatus status) {
        TestPool pool = withJane("");
        pool.change("jane", user -> user.withStatus(status, user.modified()));

        assertThat(pool.admin("AdminResetUserPassword", "jane").outcome())
                .isEqualTo("NotAuthorizedException: User password cannot be reset in the current state.");
    }

    /** Clause F4.t2. */
    @Test
    void withoutAProvedAddressNothingIsReset() {
        TestPool pool = server.pool("");
        pool.signUp("jane", "jane@example.com");
        pool.admin("AdminConfirmSignUp", "jane");

        assertThat(pool.admin("AdminResetUserPassword", "jane").outcome()).isEqualTo(NO_ADDRESS);
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("CONFIRMED");
    }

    /** Clause F4.t2. Self-service recovery must be configured. */
    @Test
    void whereUsersCannotRecoverNothingIsReset() {
        TestPool pool = withJane(
                "\"AccountRecoverySetting\":{\"RecoveryMechanisms\":[{\"Priority\":1,\"Name\":\"admin_only\"}]}");

        assertThat(pool.admin("AdminResetUserPassword", "jane").outcome()).isEqualTo(NO_ADDRESS);
    }

    /** The model has no CodeDeliveryFailureException here. */
    @Test
    void aPhoneThatCannotBeReachedIsAnInvalidParameter() {
        TestPool pool = server.pool("");
        pool.adminCreate("jane", """
                "UserAttributes":[{"Name":"phone_number","Value":"+12065550100"},\
                {"Name":"phone_number_verified","Value":"true"}]""");
        pool.adminSetPassword("jane", TestPool.PASSWORD, true);

        assertThat(pool.admin("AdminResetUserPassword", "jane").outcome())
                .isEqualTo("InvalidParameterException: Invalid phone number provided/Unable to send the message. "
                        + "User pool does not have SMS configuration to send messages.");
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("CONFIRMED");
    }

    @Test
    void anUnknownUserIsToldSo() {
        assertThat(withJane("").admin("AdminResetUserPassword", "nobody").outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
    }
}
