package dev.cognate.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SignUp in pools with functions: lifecycle E1 steps 6 to 9, I2 to I7. */
class SignUpFunctionsTest {
    private static final String NO_USER = "UserNotFoundException: User does not exist.";
    private static final String VERIFYING = "\"AutoVerifiedAttributes\":[\"email\"],";

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

    private static String event() {
        assertThat(server.function().events()).hasSize(1);
        return server.function().events().getFirst();
    }

    /** Clauses E1.s6, I5.1, I5.t1. */
    @Test
    void theFunctionLearnsOnlyWhatTheRequestGave() {
        TestPool pool = server.pool(VERIFYING + TestFunction.as("PreSignUp"));

        pool.signUp("jane", "jane@example.com");

        assertThat(event()).isEqualTo("""
                {"version":"1","region":"us-east-1","userPoolId":"%s","userName":"jane",\
                "callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"%s"},\
                "triggerSource":"PreSignUp_SignUp",\
                "request":{"userAttributes":{"email":"jane@example.com"},"validationData":null},\
                "response":{"autoConfirmUser":false,"autoVerifyEmail":false,"autoVerifyPhone":false}}""".formatted(pool.id(), pool.client()));
    }

    @Test
    void validationDataAndClientMetadataReachTheFunctionAndAreNotStored() {
        TestPool pool = server.pool(TestFunction.as("PreSignUp"));

        pool.call("SignUp", """
                "Username":"jane","Password":"%s","ValidationData":[{"Name":"invitation","Value":"i-1"}],\
                "ClientMetadata":{"campaign":"spring"}""".formatted(TestPool.PASSWORD));

        assertThat(event())
                .contains("\"request\":{\"userAttributes\":{},\"validationData\":{\"invitation\":\"i-1\"},"
                        + "\"clientMetadata\":{\"campaign\":\"spring\"}}");
        assertThat(pool.adminGetUser("jane").body()).doesNotContain("invitation", "campaign");
    }

    /** Clauses E1.s6, I2.t6. The user is named by the username that will be stored. */
    @Test
    void whereAnAddressIsTheSignInNameTheFunctionLearnsTheSub() {
        TestPool pool = server.pool("\"UsernameAttributes\":[\"email\"]," + TestFunction.as("PreSignUp"));

        String sub = pool.signUpWith("jane@example.com", "[]").member("UserSub");

        assertThat(event())
                .contains("\"userName\":\"" + sub + "\"", "\"userAttributes\":{\"email\":\"jane@example.com\"}");
    }

    /** Clauses A4.18, E1.s6, I3.1. */
    @Test
    void aFunctionThatRefusesLeavesNothingBehind() {
        TestPool pool = server.pool(VERIFYING + TestFunction.as("PreSignUp"));
        server.function().fails("Email domain not allowed");

        assertThat(pool.signUp("jane", "jane@example.com").outcome())
                .isEqualTo("UserLambdaValidationException: PreSignUp failed with error Email domain not allowed.");
        assertThat(pool.adminGetUser("jane").outcome()).isEqualTo(NO_USER);
        assertThat(server.inbox(pool.id(), "jane")).isEmpty();

        server.function().reset();
        assertThat(pool.signUp("jane", "jane@example.com").status()).isEqualTo(200);
    }

    /** Clauses A4.18, I3.6. */
    @Test
    void anAnswerThatIsNoEventIsRefused() {
        TestPool pool = server.pool(TestFunction.as("PreSignUp"));
        server.function().answers(event -> new TestFunction.Answer(200, "[]"));

        assertThat(pool.signUp("jane", "jane@example.com").outcome())
                .isEqualTo("InvalidLambdaResponseException: Unrecognizable lambda output");
        assertThat(pool.adminGetUser("jane").outcome()).isEqualTo(NO_USER);
    }

    /** Clauses A4.18, I1.t1, I3.4. Three attempts. */
    @Test
    void aFunctionThatDoesNotAnswerIsAskedThreeTimes() {
        CountDownLatch released = new CountDownLatch(1);
        try (TestServer impatient = TestServer.impatient()) {
            TestPool pool = impatient.pool(TestFunction.as("PreSignUp"));
            impatient.function().answers(event -> {
                try {
                    released.await();
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
                return new TestFunction.Answer(200, event);
            });

            Reply reply = pool.signUp("jane", "jane@example.com");
            released.countDown();

            assertThat(reply.outcome())
                    .isEqualTo("UnexpectedLambdaException: PreSignUp invocation failed due to error Socket timeout "
                            + "while invoking Lambda function.");
            assertThat(impatient.function().events()).hasSize(3);
            assertThat(pool.adminGetUser("jane").outcome()).isEqualTo(NO_USER);
        }
    }

    /** Clauses B2.1, E1.s8, I4.1. */
    @Test
    void aUserWhomTheFunctionConfirmsGetsNoCodeAndIsAnnouncedAsConfirmed() {
        TestPool pool = server.pool(VERIFYING + TestFunction.as("PreSignUp", "PostConfirmation", "CustomMessage"));
        server.function().returns("{\"autoConfirmUser\":true,\"autoVerifyEmail\":true,\"autoVerifyPhone\":false}");

        Reply reply = pool.call("SignUp", """
                "Username":"jane","Password":"%s","UserAttributes":[{"Name":"email","Value":"jane@example.com"}],\
                "ClientMetadata":{"k":"v"}""".formatted(TestPool.PASSWORD));

        String sub = reply.member("UserSub");
        assertThat(reply.body()).isEqualTo("{\"UserConfirmed\":true,\"UserSub\":\"" + sub + "\"}");
        assertThat(server.inbox(pool.id(), "jane")).isEmpty();
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("CONFIRMED");
        assertThat(server.function().events()).hasSize(2).last().isEqualTo("""
                {"version":"1","region":"us-east-1","userPoolId":"%s","userName":"jane",\
                "callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"%s"},\
                "triggerSource":"PostConfirmation_ConfirmSignUp",\
                "request":{"userAttributes":{"sub":"%s","cognito:user_status":"CONFIRMED",\
                "email_verified":"true","email":"jane@example.com"},"clientMetadata":{"k":"v"}},"response":{}}""".formatted(
                        pool.id(), pool.client(), sub));
    }

    /** Clause E1.s9. */
    @Test
    void aFailureAfterTheConfirmationLeavesTheUserConfirmed() {
        TestPool pool = server.pool(TestFunction.as("PreSignUp", "PostConfirmation"));
        server.function()
                .answers(event -> event.contains("PostConfirmation_ConfirmSignUp")
                        ? new TestFunction.Answer(500, "{\"errorMessage\":\"no room\",\"errorType\":\"Error\"}")
                        : new TestFunction.Answer(
                                200, event.replace("\"autoConfirmUser\":false", "\"autoConfirmUser\":true")));

        assertThat(pool.signUp("jane", "jane@example.com").outcome())
                .isEqualTo("UserLambdaValidationException: PostConfirmation failed with error no room.");
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("CONFIRMED");
    }

    /** Clauses A10.s4, E1.t4. */
    @Test
    void aUserWhoIsVerifiedButNotConfirmedStillGetsACode() {
        TestPool pool = server.pool(VERIFYING + TestFunction.as("PreSignUp"));
        server.function().returns("{\"autoConfirmUser\":false,\"autoVerifyEmail\":true,\"autoVerifyPhone\":false}");

        assertThat(pool.signUp("jane", "jane@example.com").body()).contains("\"UserConfirmed\":false");
        assertThat(pool.codes("jane")).hasSize(1);
        assertThat(pool.adminGetUser("jane").body())
                .contains("{\"Name\":\"email_verified\",\"Value\":\"true\"}", "UNCONFIRMED");
    }

    /** Clauses C4.t1, E1.s7. */
    @Test
    void anAttributeIsVerifiedAlsoWhereThePoolDoesNotVerifyIt() {
        TestPool pool = server.pool(TestFunction.as("PreSignUp"));
        server.function().returns("{\"autoConfirmUser\":true,\"autoVerifyEmail\":true,\"autoVerifyPhone\":true}");

        pool.signUpWith("jane", """
                [{"Name":"email","Value":"jane@example.com"},{"Name":"phone_number","Value":"+12065550100"}]""");

        assertThat(pool.adminGetUser("jane").body())
                .contains(
                        "{\"Name\":\"email_verified\",\"Value\":\"true\"}",
                        "{\"Name\":\"phone_number_verified\",\"Value\":\"true\"}");
    }

    /** Clause E1.t2. */
    @Test
    void whatTheUserDoesNotHaveCannotBeVerified() {
        TestPool pool = server.pool(TestFunction.as("PreSignUp"));
        server.function().returns("{\"autoConfirmUser\":true,\"autoVerifyEmail\":true,\"autoVerifyPhone\":false}");

        assertThat(pool.signUpWith("jane", "[]").fault()).isEqualTo("InvalidLambdaResponseException");
        server.function().returns("{\"autoConfirmUser\":true,\"autoVerifyEmail\":false,\"autoVerifyPhone\":true}");
        assertThat(pool.signUp("jane", "jane@example.com").fault()).isEqualTo("InvalidLambdaResponseException");
        assertThat(pool.adminGetUser("jane").outcome()).isEqualTo(NO_USER);
    }

    /** Clause E1.t3. */
    @Test
    void aVerifiedAliasMovesToTheNewUserAndTheFormerOwnerIsUnverified() {
        TestPool pool = server.pool(VERIFYING + "\"AliasAttributes\":[\"email\"]," + TestFunction.as("PreSignUp"));
        pool.signUp("jane", "shared@example.com");
        pool.confirm("jane", pool.code("jane"));
        assertThat(pool.adminGetUser("shared@example.com").member("Username")).isEqualTo("jane");
        server.function().returns("{\"autoConfirmUser\":true,\"autoVerifyEmail\":true,\"autoVerifyPhone\":false}");

        pool.signUp("john", "shared@example.com");

        assertThat(pool.adminGetUser("shared@example.com").member("Username")).isEqualTo("john");
        assertThat(pool.adminGetUser("jane").body())
                .contains("{\"Name\":\"email_verified\",\"Value\":\"false\"}")
                .contains("{\"Name\":\"email\",\"Value\":\"shared@example.com\"}")
                .contains("\"UserStatus\":\"CONFIRMED\"");
    }

    /** Clauses D3.1, I2.t5, I4.1. */
    @Test
    void theFunctionThatWritesTheMessageLearnsOfTheNewUser() {
        TestPool pool = server.pool(VERIFYING + TestFunction.as("CustomMessage"));
        server.function()
                .returns("{\"smsMessage\":null,\"emailMessage\":\"Use {####}, Jane\",\"emailSubject\":\"Hello\"}");

        String sub = pool.call("SignUp", """
                "Username":"jane","Password":"%s","UserAttributes":[{"Name":"email","Value":"jane@example.com"}],\
                "ClientMetadata":{"k":"v"}""".formatted(TestPool.PASSWORD)).member("UserSub");

        assertThat(event()).isEqualTo("""
                {"version":"1","region":"us-east-1","userPoolId":"%s","userName":"jane",\
                "callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"%s"},\
                "triggerSource":"CustomMessage_SignUp",\
                "request":{"userAttributes":{"sub":"%s","cognito:user_status":"UNCONFIRMED",\
                "email_verified":"false","email":"jane@example.com"},"codeParameter":"{####}",\
                "linkParameter":"{##Click Here##}","usernameParameter":null,"clientMetadata":{"k":"v"}},\
                "response":{"smsMessage":null,"emailMessage":null,"emailSubject":null}}""".formatted(pool.id(), pool.client(), sub));
        assertThat(server.inbox(pool.id(), "jane")).singleElement().satisfies(each -> {
            assertThat(each.message().subject()).isEqualTo("Hello");
            assertThat(each.message().body()).isEqualTo("Use " + each.message().code() + ", Jane");
        });
    }

    /** Clause I2.t5. An address that is a name is named once more. */
    @Test
    void eventsNameTheAddressThatIsTheSignInName() {
        TestPool pool = server.pool(VERIFYING + "\"UsernameAttributes\":[\"email\"],"
                + TestFunction.as("CustomMessage", "PostConfirmation"));
        String sub = pool.signUpWith("jane@example.com", "[]").member("UserSub");
        assertThat(event())
                .contains("{\"sub\":\"" + sub + "\",\"cognito:email_alias\":\"jane@example.com\","
                        + "\"cognito:user_status\":\"UNCONFIRMED\"");
    }

    /** Clause I2.t5. An alias counts once it is verified. */
    @Test
    void eventsNameAnAliasOnceItIsVerified() {
        TestPool pool = server.pool(
                VERIFYING + "\"AliasAttributes\":[\"email\"]," + TestFunction.as("CustomMessage", "PostConfirmation"));
        pool.signUp("jane", "jane@example.com");
        assertThat(event()).doesNotContain("cognito:email_alias");

        pool.confirm("jane", pool.code("jane"));
        assertThat(server.function().events().getLast())
                .contains("\"cognito:email_alias\":\"jane@example.com\",\"cognito:user_status\":\"CONFIRMED\"");
    }

    /** Clause E1.s9. The same as for a message that cannot be sent. */
    @Test
    void whenTheTextOfTheMessageFailsTheUserExistsAllTheSame() {
        TestPool pool = server.pool(VERIFYING + TestFunction.as("CustomMessage"));
        server.function().fails("no words");

        assertThat(pool.signUp("jane", "jane@example.com").outcome())
                .isEqualTo("UserLambdaValidationException: CustomMessage failed with error no words.");
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("UNCONFIRMED");
        assertThat(server.inbox(pool.id(), "jane")).isEmpty();

        server.function().reset();
        assertThat(pool.resend("jane").status()).isEqualTo(200);
    }

    /** A name may be taken while the function is asked: the store has the last word. */
    @Test
    void aNameThatIsTakenMeanwhileIsTaken() {
        TestPool pool = server.pool(VERIFYING + TestFunction.as("PreSignUp"));
        AtomicBoolean first = new AtomicBoolean(true);
        server.function().answers(event -> {
            if (first.getAndSet(false)) {
                assertThat(pool.signUp("jane", "quicker@example.com").status()).isEqualTo(200);
            }
            return new TestFunction.Answer(200, event);
        });

        assertThat(pool.signUp("jane", "slower@example.com").outcome())
                .isEqualTo("UsernameExistsException: User already exists");
        assertThat(pool.adminGetUser("jane").body()).contains("quicker@example.com");
        assertThat(server.inbox(pool.id(), "jane"))
                .singleElement()
                .satisfies(each -> assertThat(each.message().destination()).isEqualTo("quicker@example.com"));
    }

    @Test
    void aPoolThatIsDeletedMeanwhileGetsNoUser() {
        TestPool pool = server.pool(VERIFYING + TestFunction.as("PreSignUp"));
        server.function().answers(event -> {
            pool.adminCall("DeleteUserPool", "");
            return new TestFunction.Answer(200, event);
        });

        assertThat(pool.signUp("jane", "jane@example.com").fault()).isEqualTo("ResourceNotFoundException");
        Long left = server.store()
                .read(tx -> tx.first("SELECT COUNT(*) FROM users WHERE pool_id = ?", row -> row.number(1), pool.id()));
        assertThat(left).isZero();
    }

    /** A code that was sent to one address must not prove another. */
    @Test
    void aCodeOnItsWayToAnAddressThatChangesMeanwhileIsNone() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("CustomMessage"));
        server.function().answers(event -> {
            if (event.contains("CustomMessage_SignUp")) {
                pool.adminCall(
                        "AdminUpdateUserAttributes",
                        "\"Username\":\"jane\",\"UserAttributes\":[{\"Name\":\"email\",\"Value\":\"new@example.org\"}]");
            }
            return new TestFunction.Answer(200, event);
        });

        Reply reply = pool.signUp("jane", "jane@example.com");

        server.function().reset();
        assertThat(reply.outcome()).isEqualTo("TooManyRequestsException: Rate exceeded");
        assertThat(server.inbox(pool.id(), "jane"))
                .extracting(each -> each.message().triggerSource())
                .doesNotContain("CustomMessage_SignUp");
    }
}
