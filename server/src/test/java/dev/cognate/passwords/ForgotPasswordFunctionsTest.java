package dev.cognate.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions of ForgotPassword: CustomMessage and UserMigration. Reference: lifecycle I4, I7, I9. */
class ForgotPasswordFunctionsTest {
    private static final String TO_JANE = """
            {"CodeDeliveryDetails":{"AttributeName":"email","DeliveryMedium":"EMAIL","Destination":"j***@e***"}}""";
    private static final String JANES_ATTRIBUTES =
            "\"userAttributes\":{\"email\":\"jane@example.com\",\"email_verified\":\"true\",\"name\":\"Jane\"}";

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

    private static String notMigrated(TestPool pool) {
        return "UserNotFoundException: Exception migrating user in app client " + pool.client();
    }

    /** Clauses D3.3, I4.4. */
    @Test
    void theFunctionWritesTheTextOfTheMessage() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("CustomMessage"));
        pool.signUp("jane", "jane@example.com");
        pool.confirm("jane", pool.code("jane"));
        server.function().reset();
        server.function().returns("{\"emailSubject\":\"Lost?\",\"emailMessage\":\"Take {####}\"}");

        assertThat(pool.call("ForgotPassword", "\"Username\":\"jane\",\"ClientMetadata\":{\"k\":\"v\"}")
                        .outcome())
                .isEqualTo(TO_JANE);

        assertThat(server.inbox(pool.id(), "jane").getFirst().message().body()).isEqualTo("Take " + pool.code("jane"));
        assertThat(server.function().events())
                .singleElement()
                .asString()
                .contains("\"triggerSource\":\"CustomMessage_ForgotPassword\"")
                .contains("\"cognito:user_status\":\"CONFIRMED\"")
                .contains("\"usernameParameter\":null")
                .contains("\"clientMetadata\":{\"k\":\"v\"}");
    }

    @Test
    void aFunctionThatFailsLeavesTheEarlierCodeGood() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("CustomMessage"));
        pool.signUp("jane", "jane@example.com");
        pool.confirm("jane", pool.code("jane"));
        pool.forgot("jane");
        String code = pool.code("jane");
        server.function().fails("no words");

        assertThat(pool.forgot("jane").outcome())
                .isEqualTo("UserLambdaValidationException: CustomMessage failed with error no words.");
        server.function().reset();
        assertThat(pool.confirmForgot("jane", code, "An0ther-Horse!").outcome()).isEqualTo("{}");
    }

    /** Clauses E4.9, I4.4, I9.t2. And the row "unknown + UserMigration trigger" of E4. */
    @Test
    void anUnknownUserIsFetchedAndSentACode() {
        TestPool pool = server.pool(TestFunction.as("UserMigration"));
        server.function().returns("{" + JANES_ATTRIBUTES + ",\"finalUserStatus\":\"CONFIRMED\"}");

        assertThat(pool.forgot("jane").outcome()).isEqualTo(TO_JANE);

        assertThat(server.function().events()).singleElement().asString().isEqualTo("""
                {"version":"1","region":"us-east-1","userPoolId":"%s","userName":"jane","callerContext":{"awsSdkVersion":\
                "aws-sdk-unknown-unknown","clientId":"%s"},"triggerSource":"UserMigration_ForgotPassword","request":{\
                "password":null,"validationData":null},"response":{"userAttributes":null,"finalUserStatus":null,\
                "messageAction":null,"desiredDeliveryMediums":null,"forceAliasCreation":null,"enableSMSMFA":null}}\
                """.formatted(
                        pool.id(), pool.client()));
        assertThat(pool.adminGetUser("jane").body())
                .contains("\"UserStatus\":\"CONFIRMED\"", "{\"Name\":\"name\",\"Value\":\"Jane\"}");
        assertThat(pool.user("jane").password()).isNull();
        assertThat(pool.confirmForgot("jane", pool.code("jane"), "An0ther-Horse!")
                        .outcome())
                .isEqualTo("{}");
    }

    /** Clause B2.5. Clause I9: without a status, a new password comes first. */
    @Test
    void aFetchedUserMustResetThePasswordUnlessTheFunctionSaysOtherwise() {
        TestPool pool = server.pool(TestFunction.as("UserMigration"));
        server.function().returns("{" + JANES_ATTRIBUTES + "}");

        pool.forgot("jane");

        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("RESET_REQUIRED");
    }

    /** Clause I9: in such a pool the address that was typed is the sign-in name. */
    @Test
    void aUserIsFetchedByAddress() {
        TestPool pool = server.pool("\"UsernameAttributes\":[\"email\"]," + TestFunction.as("UserMigration"));
        server.function().returns("{\"userAttributes\":{\"username\":\"jane\",\"email_verified\":\"true\"}}");

        assertThat(pool.forgot("jane@example.com").outcome()).isEqualTo(TO_JANE);
        assertThat(pool.adminGetUser("jane@example.com").member("Username")).hasSize(36);
    }

    /** Clause I9.t5. A code needs a verified address. */
    @Test
    void aFetchedUserWithoutAVerifiedAddressGetsNoCode() {
        TestPool pool = server.pool(TestFunction.as("UserMigration"));
        server.function().returns("{\"userAttributes\":{\"email\":\"jane@example.com\"}}");

        assertThat(pool.forgot("jane").fault()).isEqualTo("InvalidParameterException");
        assertThat(server.inbox(pool.id(), "jane")).isEmpty();
    }

    /** Clause B2.5. Clause I9: nothing, something that fits no pool, a status that nobody can come with. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"userAttributes\":{}}",
                "{\"userAttributes\":{\"custom:none\":\"x\"}}",
                "{\"userAttributes\":{\"sub\":\"x\"}}",
                "{\"userAttributes\":[]}",
                "{\"userAttributes\":{\"name\":\"Jane\"},\"finalUserStatus\":\"UNCONFIRMED\"}"
            })
    void whatDescribesNoUserMakesNone(String response) {
        TestPool pool = server.pool(TestFunction.as("UserMigration"));
        server.function().returns(response);

        assertThat(pool.forgot("jane").outcome()).isEqualTo(notMigrated(pool));
        assertThat(pool.adminGetUser("jane").fault()).isEqualTo("UserNotFoundException");
    }

    /** Clauses A4.3.3, I9.t6. */
    @Test
    void aMigrationThatFailsIsToldAndMakesNoUser() {
        TestPool pool = server.pool(TestFunction.as("UserMigration"));
        server.function().fails("never heard of");

        assertThat(pool.forgot("jane").outcome()).isEqualTo(notMigrated(pool));
    }

    /** Clause I9.t7. ENABLED. */
    @Test
    void aConcealingClientIsNotToldOfAMigration() {
        TestPool pool = server.pool(TestFunction.as("UserMigration")).concealing();
        server.function().fails("never heard of");

        assertThat(pool.forgot("jane").member("Destination")).isEqualTo("u***@y***");
    }

    /** Somebody who asks for many names must not wear the function out through one of them. */
    @Test
    void theFunctionIsAskedFiveTimesAnHourForAName() {
        TestPool pool = server.pool(TestFunction.as("UserMigration"));
        server.function().fails("never heard of");
        for (int i = 0; i < 5; i++) {
            pool.forgot("jane");
        }

        assertThat(pool.forgot("jane").fault()).isEqualTo("LimitExceededException");
        assertThat(server.function().events()).hasSize(5);
    }

    /** Clause I9.t1. */
    @Test
    void theFunctionIsNotAskedForAUserWhoIsThere() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("UserMigration"));
        pool.signUp("jane", "jane@example.com");
        pool.confirm("jane", pool.code("jane"));

        pool.forgot("jane");

        assertThat(server.function().events()).isEmpty();
    }

    /** Clause A8: what becomes of a user while the function is asked is nothing that the client may learn. */
    @ParameterizedTest
    @ValueSource(strings = {"AdminDeleteUser", "AdminDisableUser"})
    void aConcealingClientIsNotToldWhatBecameOfTheUserMeanwhile(String change) {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("CustomMessage"));
        pool.signUp("jane", "jane@example.com");
        pool.confirm("jane", pool.code("jane"));
        TestPool concealing = pool.concealing();
        server.function().answers(event -> {
            pool.admin(change, "jane");
            return new TestFunction.Answer(200, event);
        });

        assertThat(concealing.forgot("jane").outcome()).isEqualTo(TO_JANE);
        server.function().reset();
        assertThat(pool.codes("jane")).hasSize(1);
        assertThat(concealing.confirmForgot("jane", "123456", "An0ther-Horse!").fault())
                .isEqualTo("CodeMismatchException");
    }
}
