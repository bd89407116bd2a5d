package dev.cognate.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestRules;
import dev.cognate.app.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** ResendConfirmationCode in pools with functions: lifecycle E3 row 19 and event, I3, I7. */
class ResendConfirmationCodeFunctionsTest {
    private static final String TOO_MANY =
            "LimitExceededException: Attempt limit exceeded, please try after some time.";

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

    /** Clauses D3.2, E3.t4, I2.t1, I4.3, K.5, K.6. The sample of the reference, key for key. */
    @Test
    void theFunctionIsToldWhatTheReferenceShows() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("CustomMessage"));
        String sub = pool.signUp("alice", "alice@example.com").member("UserSub");
        server.function().reset();

        pool.call("ResendConfirmationCode", "\"Username\":\"alice\",\"ClientMetadata\":{\"k\":\"v\"}");
        pool.resend("alice");

        String event = """
                {"version":"1","region":"us-east-1","userPoolId":"%s","userName":"alice",\
                "callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"%s"},\
                "triggerSource":"CustomMessage_ResendCode",\
                "request":{"userAttributes":{"sub":"%s","cognito:user_status":"UNCONFIRMED",\
                "email_verified":"false","email":"alice@example.com"},\
                "codeParameter":"{####}","linkParameter":"{##Click Here##}","usernameParameter":null%s},\
                "response":{"smsMessage":null,"emailMessage":null,"emailSubject":null}}""";
        assertThat(server.function().events())
                .containsExactly(
                        event.formatted(pool.id(), pool.client(), sub, ",\"clientMetadata\":{\"k\":\"v\"}"),
                        event.formatted(pool.id(), pool.client(), sub, ""));
    }

    /** Clause E3.t3. */
    @Test
    void noOtherFunctionIsAsked() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],"
                + TestFunction.as("PreSignUp", "PostConfirmation", "PreAuthentication"));
        pool.signUp("jane", "jane@example.com");
        server.function().reset();

        pool.resend("jane");

        assertThat(server.function().events()).isEmpty();
    }

    /** Clause E3.19. */
    @Test
    void aFunctionThatFailsLeavesTheEarlierCodeGood() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("CustomMessage"));
        pool.signUp("jane", "jane@example.com");
        server.function().fails("no words");

        assertThat(pool.resend("jane").outcome())
                .isEqualTo("UserLambdaValidationException: CustomMessage failed with error no words.");
        assertThat(pool.codes("jane")).hasSize(1);
        assertThat(pool.confirm("jane", pool.code("jane")).outcome()).isEqualTo("{}");
    }

    /** Row 19 and clause A12: or a function could be worn out. */
    @Test
    void aFunctionThatFailsIsAskedNoMoreThanFiveTimesAnHour() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("CustomMessage"));
        pool.signUp("jane", "jane@example.com");
        server.function().reset();
        server.function().answers(event -> new TestFunction.Answer(200, "{}"));
        for (int request = 1; request <= 5; request++) {
            assertThat(pool.resend("jane").outcome())
                    .isEqualTo("InvalidLambdaResponseException: Unrecognizable lambda output");
        }

        assertThat(pool.resend("jane").outcome()).isEqualTo(TOO_MANY);
        assertThat(server.function().events()).hasSize(5);
    }

    /** Clause I3.7. "Build: option, default off"; SMS, and pools with a sender of their own, are free. */
    @Test
    void theDefaultSenderMaySendNoWordsOfFunctions() {
        String own = ",\"EmailConfiguration\":{\"EmailSendingAccount\":\"DEVELOPER\","
                + "\"SourceArn\":\"arn:aws:ses:us-east-1:123456789012:identity/a@example.com\"}";
        try (TestServer strict = TestServer.start(TestRules.strictCustomMessage())) {
            for (String sender : List.of("", own)) {
                TestPool pool = strict.pool(
                        "\"AutoVerifiedAttributes\":[\"email\"]" + sender + "," + TestFunction.as("CustomMessage"));
                strict.function().returns("{\"smsMessage\":\"{####}\",\"emailMessage\":null,\"emailSubject\":null}");
                assertThat(pool.signUp("jane", "jane@example.com").status()).isEqualTo(200);

                strict.function().returns("{\"smsMessage\":null,\"emailMessage\":null,\"emailSubject\":\"Again\"}");
                assertThat(pool.resend("jane").fault())
                        .isEqualTo(sender.isEmpty() ? "InvalidLambdaResponseException" : "none");
                strict.function().returns("{\"smsMessage\":null,\"emailMessage\":\"{####}\",\"emailSubject\":null}");
                assertThat(pool.resend("jane").fault())
                        .isEqualTo(sender.isEmpty() ? "InvalidLambdaResponseException" : "none");
            }
        }
    }

    /** Clause I7. */
    @Test
    void theFunctionsWordsAreSent() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("CustomMessage"));
        pool.signUp("jane", "jane@example.com");
        server.function()
                .returns("{\"smsMessage\":\"{####}\",\"emailMessage\":\"Again: {####}\",\"emailSubject\":null}");

        pool.resend("jane");

        assertThat(server.inbox(pool.id(), "jane").getFirst().message().body())
                .isEqualTo("Again: " + pool.code("jane"));
        assertThat(server.inbox(pool.id(), "jane").getFirst().message().subject())
                .isEqualTo("Your verification code");
    }

    /** While a function is asked, the user may be confirmed; a code is no use then. */
    @Test
    void aUserWhoIsConfirmedMeanwhileGetsNoCode() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("CustomMessage"));
        pool.signUp("jane", "jane@example.com");
        server.function().answers(event -> {
            pool.admin("AdminConfirmSignUp", "jane");
            return new TestFunction.Answer(200, event);
        });

        assertThat(pool.resend("jane").outcome()).isEqualTo("InvalidParameterException: User is already confirmed.");
        assertThat(pool.codes("jane")).hasSize(1);
    }

    @Test
    void aUserWhoIsDeletedMeanwhileGetsNoCode() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("CustomMessage"));
        pool.signUp("jane", "jane@example.com");
        server.function().answers(event -> {
            pool.admin("AdminDeleteUser", "jane");
            return new TestFunction.Answer(200, event);
        });

        assertThat(pool.resend("jane").outcome())
                .isEqualTo("UserNotFoundException: Username/client id combination not found.");
        assertThat(pool.codes("jane")).hasSize(1);
        Long left = server.store()
                .read(tx -> tx.first(
                        "SELECT COUNT(*) FROM codes WHERE pool_id = ? AND hash IS NOT NULL",
                        row -> row.number(1),
                        pool.id()));
        assertThat(left).as("live codes without a user").isZero();
    }

    /** A code that was sent to one address must not prove another. */
    @Test
    void aCodeOnItsWayToAnAddressThatChangesMeanwhileIsNone() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("CustomMessage"));
        pool.signUp("jane", "jane@example.com");
        server.function().answers(event -> {
            if (event.contains("CustomMessage_ResendCode")) {
                pool.adminCall(
                        "AdminUpdateUserAttributes",
                        "\"Username\":\"jane\",\"UserAttributes\":[{\"Name\":\"email\",\"Value\":\"new@example.org\"}]");
            }
            return new TestFunction.Answer(200, event);
        });

        Reply reply = pool.resend("jane");

        server.function().reset();
        assertThat(reply.outcome()).isEqualTo("TooManyRequestsException: Rate exceeded");
        assertThat(server.inbox(pool.id(), "jane"))
                .extracting(each -> each.message().triggerSource())
                .doesNotContain("CustomMessage_ResendCode");
    }
}
