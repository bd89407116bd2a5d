package dev.cognate.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.domain.UserStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** AdminConfirmSignUp, clause by clause of lifecycle F2, over the wire. */
class AdminConfirmSignUpTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forgetEvents() {
        server.function().reset();
    }

    /** Clauses B2.6, C4.t3, F2.t1. */
    @Test
    void theUserIsConfirmedAndNoAddressIsVerified() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");

        assertThat(pool.admin("AdminConfirmSignUp", "jane").outcome()).isEqualTo("{}");

        assertThat(pool.adminGetUser("jane").body())
                .contains("\"UserStatus\":\"CONFIRMED\"", "{\"Name\":\"email_verified\",\"Value\":\"false\"}");
    }

    @Test
    void theCodeIsNoLongerGood() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        pool.admin("AdminConfirmSignUp", "jane");

        assertThat(pool.confirm("jane", pool.code("jane")).outcome())
                .isEqualTo("NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED");
        pool.change("jane", user -> user.withStatus(UserStatus.UNCONFIRMED, user.modified()));
        assertThat(pool.confirm("jane", pool.code("jane")).fault()).isEqualTo("ExpiredCodeException");
    }

    /** An alias needs a verified address. */
    @Test
    void noAliasBecomesActive() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],\"AliasAttributes\":[\"email\"]");
        pool.signUp("jane", "jane@example.com");
        pool.admin("AdminConfirmSignUp", "jane");

        assertThat(pool.adminGetUser("jane@example.com").fault()).isEqualTo("UserNotFoundException");
    }

    /** Clauses A4.2.8, F2.t3. */
    @ParameterizedTest
    @EnumSource(names = "UNCONFIRMED", mode = EnumSource.Mode.EXCLUDE)
    void everyOtherStatusIsRefusedByName(UserStatus status) {
        TestPool pool = server.pool("");
        pool.signUp("jane", "jane@example.com");
        pool.change("jane", user -> user.withStatus(status, user.modified()));

        assertThat(pool.admin("AdminConfirmSignUp", "jane").outcome())
                .isEqualTo("NotAuthorizedException: User cannot be confirmed. Current status is " + status);
    }

    @Test
    void theSubFindsTheUserToo() {
        TestPool pool = server.pool("");
        String sub = pool.signUp("jane", "jane@example.com").member("UserSub");

        assertThat(pool.admin("AdminConfirmSignUp", sub).outcome()).isEqualTo("{}");
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("CONFIRMED");
    }

    @Test
    void aDisabledUserIsConfirmedAndStaysDisabled() {
        TestPool pool = server.pool("");
        pool.signUp("jane", "jane@example.com");
        pool.disable("jane");

        assertThat(pool.admin("AdminConfirmSignUp", "jane").outcome()).isEqualTo("{}");
        assertThat(pool.adminGetUser("jane").body()).contains("\"Enabled\":false", "\"UserStatus\":\"CONFIRMED\"");
    }

    @Test
    void unknownUsersAndPoolsAreNamedAsUnknown() {
        TestPool pool = server.pool("");

        assertThat(pool.admin("AdminConfirmSignUp", "nobody").outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(server.call("AdminConfirmSignUp", "{\"UserPoolId\":\"us-east-1_unknown\",\"Username\":\"jane\"}")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_unknown does not exist.");
    }

    /** Clauses F2.t2, I2.t4, I4.2. Clauses I2 and I6: an administrator has no client. */
    @Test
    void theFunctionLearnsOfTheConfirmedUser() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("PostConfirmation"));
        String sub = pool.signUp("jane", "jane@example.com").member("UserSub");

        pool.adminCall("AdminConfirmSignUp", "\"Username\":\"jane\",\"ClientMetadata\":{\"k\":\"v\"}");

        assertThat(server.function().events()).singleElement().isEqualTo("""
                {"version":"1","region":"us-east-1","userPoolId":"%s","userName":"jane",\
                "callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"CLIENT_ID_NOT_APPLICABLE"},\
                "triggerSource":"PostConfirmation_ConfirmSignUp",\
                "request":{"userAttributes":{"sub":"%s","cognito:user_status":"CONFIRMED",\
                "email_verified":"false","email":"jane@example.com"},"clientMetadata":{"k":"v"}},"response":{}}""".formatted(pool.id(), sub));
    }

    /** Clause I6.t2. */
    @Test
    void aFunctionThatFailsLeavesTheUserConfirmed() {
        TestPool pool = server.pool(TestFunction.as("PostConfirmation"));
        pool.signUp("jane", "jane@example.com");
        server.function().fails("no room");

        assertThat(pool.admin("AdminConfirmSignUp", "jane").outcome())
                .isEqualTo("UserLambdaValidationException: PostConfirmation failed with error no room.");
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("CONFIRMED");
    }
}
