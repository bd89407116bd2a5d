package dev.cognate.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import dev.cognate.wire.Call;
import dev.cognate.wire.NoOutput;
import dev.cognate.wire.fault.InvalidPasswordException;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.AdminGetUserResponse;
import dev.cognate.wire.model.CodeDeliveryDetailsType;
import dev.cognate.wire.model.Operations;
import dev.cognate.wire.model.ResendConfirmationCodeResponse;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answers of the front, as real HTTP clients see them. Reference: oauth-config A1 to A7. */
class FrontTest {
    private static final String JANE = "{\"ClientId\":\"12a3b456c7de890f11g123hijk\",\"Username\":\"jane\"}";
    private static final String UUID4 = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final String CREDENTIALS =
            "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260314/eu-west-3/cognito-idp/aws4_request,"
                    + " SignedHeaders=host;x-amz-date, Signature=abc";

    @TempDir
    private Path folder;

    private Store store;
    private TestFront.Plan plan;

    @BeforeEach
    void openStore() {
        store = TestStores.sqlite(folder);
        plan = new TestFront.Plan(store);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private TestFront.Plan resending() {
        return plan.handler(Operations.RESEND_CONFIRMATION_CODE.by((request, call) ->
                new ResendConfirmationCodeResponse(new CodeDeliveryDetailsType("j***@e***", null, "email"))));
    }

    /** Clause A1.t3. */
    @Test
    void anOperationIsAnsweredWithTheHeadersOfTheService() throws Exception {
        try (TestFront front = resending().start()) {
            HttpResponse<String> answer = front.call("ResendConfirmationCode", JANE);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .isEqualTo("{\"CodeDeliveryDetails\":{\"AttributeName\":\"email\",\"Destination\":\"j***@e***\"}}");
            assertThat(TestFront.header(answer, "Content-Type")).isEqualTo("application/x-amz-json-1.1");
            assertThat(TestFront.header(answer, "Content-Length"))
                    .isEqualTo(Integer.toString(answer.body().length()));
            assertThat(TestFront.header(answer, "x-amzn-RequestId")).matches(UUID4);
            assertThat(TestFront.header(answer, "Date")).endsWith(" GMT");
            assertThat(TestFront.header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(TestFront.header(answer, "Access-Control-Expose-Headers"))
                    .isEqualTo("x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date");
            assertThat(answer.headers().map().keySet())
                    .containsExactlyInAnyOrder(
                            "content-type",
                            "content-length",
                            "x-amzn-requestid",
                            "date",
                            "access-control-allow-origin",
                            "access-control-expose-headers");
        }
    }

    @Test
    void everyRequestHasAnIdOfItsOwn() throws Exception {
        try (TestFront front = resending().start()) {
            String first = TestFront.header(front.call("ResendConfirmationCode", JANE), "x-amzn-RequestId");
            String second = TestFront.header(front.call("ResendConfirmationCode", JANE), "x-amzn-RequestId");

            assertThat(first).isNotEqualTo(second);
        }
    }

    /** Clauses A1.t1, A1.t2, A1.t3, A1.t4. */
    @Test
    void aFaultIsAnsweredInBodyAndHeaders() throws Exception {
        plan.handler(Operations.RESEND_CONFIRMATION_CODE.by((request, call) -> {
            throw new UserNotFoundException("Username/client id combination not found.");
        }));
        try (TestFront front = plan.strict().start()) {
            HttpResponse<String> answer = front.call("ResendConfirmationCode", JANE);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .isEqualTo("{\"__type\":\"UserNotFoundException\","
                            + "\"message\":\"Username/client id combination not found.\"}");
            assertThat(TestFront.header(answer, "x-amzn-ErrorType")).isEqualTo("UserNotFoundException:");
            assertThat(TestFront.header(answer, "x-amzn-ErrorMessage"))
                    .isEqualTo("Username/client id combination not found.");
            assertThat(TestFront.header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(TestFront.header(answer, "x-amzn-RequestId")).matches(UUID4);
        }
    }

    @Test
    void aMessageWithLineBreaksAndForeignLettersDoesNotSplitTheHeaders() throws Exception {
        plan.handler(Operations.RESEND_CONFIRMATION_CODE.by((request, call) -> {
            throw new ResourceNotFoundException("a\r\nX-Evil: yes ü 漢 " + "x".repeat(5000));
        }));
        try (TestFront front = plan.start()) {
            HttpResponse<String> answer = front.call("ResendConfirmationCode", JANE);

            assertThat(TestFront.header(answer, "X-Evil")).isNull();
            assertThat(TestFront.header(answer, "x-amzn-ErrorMessage"))
                    .startsWith("a??X-Evil: yes ? ? x")
                    .hasSize(1024);
            assertThat(answer.body()).contains("a\\r\\nX-Evil: yes ü 漢 ");
        }
    }

    @Test
    void anUnknownOperationHasNoMessage() throws Exception {
        try (TestFront front = resending().start()) {
            for (String target : List.of(
                    "AWSCognitoIdentityProviderService.Nothing",
                    "AWSCognitoIdentityProviderService.resendConfirmationCode",
                    "awscognitoidentityproviderservice.ResendConfirmationCode",
                    "ResendConfirmationCode",
                    "Other.ResendConfirmationCode")) {
                HttpResponse<String> answer = front.send(HttpRequest.newBuilder(front.uri("/"))
                        .header("X-Amz-Target", target)
                        .header("Content-Type", "application/x-amz-json-1.1")
                        .POST(BodyPublishers.ofString(JANE)));

                assertThat(answer.statusCode()).as(target).isEqualTo(400);
                assertThat(answer.body()).as(target).isEqualTo("{\"__type\":\"UnknownOperationException\"}");
                assertThat(TestFront.header(answer, "x-amzn-ErrorMessage")).isNull();
            }
        }
    }

    @Test
    void aRequestWithoutTargetIsAnUnknownOperation() throws Exception {
        try (TestFront front = resending().start()) {
            HttpResponse<String> answer = front.send(HttpRequest.newBuilder(front.uri("/"))
                    .header("Content-Type", "application/x-amz-json-1.1")
                    .POST(BodyPublishers.ofString(JANE)));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("{\"__type\":\"UnknownOperationException\"}");
        }
    }

    @Test
    void theContentTypeMayHaveACharset() throws Exception {
        try (TestFront front = resending().start()) {
            HttpResponse<String> answer = withContentType(front, "application/x-amz-json-1.1; charset=utf-8");

            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void plainJsonIsAnsweredWrapped() throws Exception {
        try (TestFront front = resending().start()) {
            HttpResponse<String> answer = withContentType(front, "application/json");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("{\"Output\":{\"CodeDelivery").endsWith("},\"Version\":\"1.0\"}");
            assertThat(TestFront.header(answer, "Content-Type")).isEqualTo("application/json");
        }
    }

    @Test
    void otherContentTypesAreNotFoundInXml() throws Exception {
        try (TestFront front = resending().start()) {
            for (String type :
                    List.of("application/x-amz-json-1.0", "text/plain", "application/x-www-form-urlencoded")) {
                HttpResponse<String> answer = withContentType(front, type);

                assertThat(answer.statusCode()).as(type).isEqualTo(404);
                assertThat(answer.body()).isEqualTo("<UnknownOperationException/>");
            }
            HttpResponse<String> none = front.send(HttpRequest.newBuilder(front.uri("/"))
                    .header("X-Amz-Target", TestFront.TARGET + "ResendConfirmationCode")
                    .POST(BodyPublishers.ofString(JANE)));
            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(none.body()).isEqualTo("<UnknownOperationException/>");
        }
    }

    private static HttpResponse<String> withContentType(TestFront front, String type) throws Exception {
        return front.send(HttpRequest.newBuilder(front.uri("/?ignored=query"))
                .header("X-Amz-Target", TestFront.TARGET + "ResendConfirmationCode")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(JANE)));
    }

    @Test
    void unreadableBodiesAreSerializationFaults() throws Exception {
        try (TestFront front = resending().start()) {
            for (String body : List.of("", "{", "null", "\"x\"", "{\"ClientId\":\"a\",}")) {
                HttpResponse<String> answer = front.call("ResendConfirmationCode", body);

                assertThat(answer.statusCode()).as(body).isEqualTo(400);
                assertThat(answer.body()).as(body).isEqualTo("{\"__type\":\"SerializationException\"}");
            }
        }
    }

    @Test
    void anOperationOfTheModelWithoutClassIsNotImplemented() throws Exception {
        try (TestFront front = resending().start()) {
            HttpResponse<String> answer = front.call("ForgotPassword", JANE);

            assertThat(answer.statusCode()).isEqualTo(501);
            assertThat(answer.body())
                    .startsWith("{\"__type\":\"OperationNotImplemented\",\"message\":\"ForgotPassword ");
        }
    }

    /** Clause A1.t4. */
    @Test
    void whatNobodyExpectedIsAnIncidentThatTellsNothing() throws Exception {
        plan.handler(Operations.RESEND_CONFIRMATION_CODE.by((request, call) -> {
            throw new IllegalStateException("a secret");
        }));
        try (TestFront front = plan.start()) {
            HttpResponse<String> answer = front.call("ResendConfirmationCode", JANE);

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .isEqualTo("{\"__type\":\"InternalErrorException\",\"message\":\"Internal error. Incident "
                            + TestFront.header(answer, "x-amzn-RequestId") + "\"}");
        }
    }

    @Test
    void anOverflowingStackAndExhaustedMemoryAreIncidentsToo() throws Exception {
        plan.handler(Operations.RESEND_CONFIRMATION_CODE.by((request, call) -> {
                    throw new StackOverflowError();
                }))
                .handler(Operations.FORGOT_PASSWORD.by((request, call) -> {
                    throw new OutOfMemoryError();
                }));
        try (TestFront front = plan.start()) {
            assertThat(front.call("ResendConfirmationCode", JANE).statusCode()).isEqualTo(500);
            assertThat(front.call("ForgotPassword", JANE).statusCode()).isEqualTo(500);
            assertThat(front.call("ChangePassword", "{}").statusCode()).isEqualTo(501);
        }
    }

    @Test
    void anErrorThatTheModelDoesNotListFailsInStrictMode() throws Exception {
        plan.handler(Operations.RESEND_CONFIRMATION_CODE.by((request, call) -> {
            throw new InvalidPasswordException("no such error here");
        }));
        try (TestFront front = plan.strict().start()) {
            HttpResponse<String> answer = front.call("ResendConfirmationCode", JANE);

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("InternalErrorException");
        }
    }

    @Test
    void anErrorThatTheModelDoesNotListIsAnsweredInProduction() throws Exception {
        plan.handler(Operations.RESEND_CONFIRMATION_CODE.by((request, call) -> {
            throw new InvalidPasswordException("no such error here");
        }));
        try (TestFront front = plan.start()) {
            HttpResponse<String> answer = front.call("ResendConfirmationCode", JANE);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("InvalidPasswordException");
        }
    }

    /** Clause A1.t9. */
    @Test
    void aSignedOperationNeedsCredentials() throws Exception {
        plan.handler(Operations.ADMIN_GET_USER.by(
                (request, call) -> AdminGetUserResponse.builder().build()));
        try (TestFront front = plan.start()) {
            HttpResponse<String> answer = front.call("AdminGetUser", "{}");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .isEqualTo("{\"__type\":\"MissingAuthenticationTokenException\","
                            + "\"message\":\"Missing Authentication Token\"}");
        }
    }

    @Test
    void theCallSaysWhoAsksAndForWhichRegion() throws Exception {
        AtomicReference<Call> seen = new AtomicReference<>();
        plan.handler(Operations.LIST_USERS.by((request, call) -> {
            seen.set(call);
            throw new ResourceNotFoundException("seen");
        }));
        try (TestFront front = plan.start()) {
            HttpResponse<String> answer = front.send(front.api("ListUsers", "{\"UserPoolId\":\"eu-west-3_a\"}")
                    .header("Authorization", CREDENTIALS)
                    .header("User-Agent", "aws-cli/2.31"));

            assertThat(answer.body()).contains("seen");
            assertThat(seen.get())
                    .isEqualTo(new Call(
                            String.valueOf(TestFront.header(answer, "x-amzn-RequestId")),
                            "eu-west-3",
                            "127.0.0.1",
                            "aws-cli/2.31",
                            "AKIAEXAMPLE"));
        }
    }

    /** Clause A1.t9. */
    @Test
    void aSignatureOnAnUnsignedOperationIsNotLookedAt() throws Exception {
        AtomicReference<Call> seen = new AtomicReference<>();
        plan.handler(Operations.RESEND_CONFIRMATION_CODE.by((request, call) -> {
            seen.set(call);
            return new ResendConfirmationCodeResponse(null);
        }));
        try (TestFront front = plan.start()) {
            HttpResponse<String> answer =
                    front.send(front.api("ResendConfirmationCode", JANE).header("Authorization", "Bearer nonsense"));

            assertThat(answer.body()).isEqualTo("{}");
            assertThat(seen.get().region()).isEqualTo("us-east-1");
            assertThat(seen.get().accessKeyId()).isNull();
        }
    }

    /** Clause A1.t5. */
    @Test
    void anOperationWithoutOutputHasAnEmptyBody() throws Exception {
        plan.handler(Operations.DELETE_USER.by((request, call) -> new NoOutput()));
        try (TestFront front = plan.start()) {
            HttpResponse<String> answer = front.call("DeleteUser", "{\"AccessToken\":\"abc\"}");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
            assertThat(TestFront.header(answer, "Content-Length")).isEqualTo("0");
        }
    }
}
