package dev.cognate.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.wire.fault.InvalidLambdaResponseException;
import dev.cognate.wire.fault.UnexpectedLambdaException;
import dev.cognate.wire.fault.UserLambdaValidationException;
import dev.cognate.wire.model.LambdaConfigType;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TriggersTest {
    private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:function:shop-hooks";
    private static final LambdaConfigType LAMBDAS = LambdaConfigType.builder()
            .preSignUp(ARN)
            .postConfirmation(ARN)
            .customMessage(ARN)
            .build();
    private static final Origin ALICE =
            new Origin(new PoolId("eu-west-1_abc"), "alice", new ClientId("1example23456789"), null);

    private final FunctionHost host = new FunctionHost();
    private final Triggers triggers = triggersWithin(Duration.ofSeconds(30));

    private Triggers triggersWithin(Duration limit) {
        return new Triggers(List.of(new HttpRunner(Map.of(ARN, host.url()), limit)));
    }

    @AfterEach
    void stop() {
        triggers.close();
        host.close();
    }

    /** Clause I2.t1. */
    @Test
    void thePreSignUpEventIsTheServicesOwn() {
        host.answers(200, """
                {"response":{"autoConfirmUser":false,"autoVerifyEmail":false,"autoVerifyPhone":false}}""");
        triggers.preSignUp(
                LAMBDAS,
                ALICE,
                PreSignUpSource.SIGN_UP,
                ordered("email", "a@b.c", "name", "Älice \"A\""),
                ordered("invite", "42"),
                ordered("k", "v"));
        assertThat(onlyEvent()).isEqualTo("""
                {"version":"1","region":"eu-west-1","userPoolId":"eu-west-1_abc","userName":"alice",\
                "callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"1example23456789"},\
                "triggerSource":"PreSignUp_SignUp",\
                "request":{"userAttributes":{"email":"a@b.c","name":"Älice \\"A\\""},\
                "validationData":{"invite":"42"},"clientMetadata":{"k":"v"}},\
                "response":{"autoConfirmUser":false,"autoVerifyEmail":false,"autoVerifyPhone":false}}""");
    }

    /** Clause I5.t1. */
    @Test
    void withoutValidationDataTheEventSaysNullAndWithoutMetadataItSaysNothing() {
        host.answers(200, "{\"response\":{}}");
        Origin byAdministrator = new Origin(new PoolId("us-east-1_X"), "bob", null, "aws-sdk-js/3.1010.0 ua/2.1");
        triggers.preSignUp(LAMBDAS, byAdministrator, PreSignUpSource.ADMIN_CREATE_USER, Map.of(), null, null);
        assertThat(onlyEvent()).isEqualTo("""
                {"version":"1","region":"us-east-1","userPoolId":"us-east-1_X","userName":"bob",\
                "callerContext":{"awsSdkVersion":"aws-sdk-js-3.1010.0","clientId":"CLIENT_ID_NOT_APPLICABLE"},\
                "triggerSource":"PreSignUp_AdminCreateUser",\
                "request":{"userAttributes":{},"validationData":null},\
                "response":{"autoConfirmUser":false,"autoVerifyEmail":false,"autoVerifyPhone":false}}""");
    }

    /** Clause I6.t1. */
    @Test
    void thePostConfirmationEventIsTheServicesOwn() {
        host.answers(200, "{\"response\":{}}");
        triggers.postConfirmation(
                LAMBDAS,
                ALICE,
                PostConfirmationSource.CONFIRM_SIGN_UP,
                ordered("sub", "s-1", "cognito:user_status", "CONFIRMED", "email_verified", "true"),
                null);
        assertThat(onlyEvent()).isEqualTo("""
                {"version":"1","region":"eu-west-1","userPoolId":"eu-west-1_abc","userName":"alice",\
                "callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"1example23456789"},\
                "triggerSource":"PostConfirmation_ConfirmSignUp",\
                "request":{"userAttributes":{"sub":"s-1","cognito:user_status":"CONFIRMED","email_verified":"true"}},\
                "response":{}}""");
    }

    /** Clauses I7.t1, K.5. */
    @Test
    void theCustomMessageEventIsTheServicesOwn() {
        host.answers(200, "{\"response\":{}}");
        triggers.customMessage(
                LAMBDAS,
                ALICE,
                "CustomMessage_ResendCode",
                ordered("sub", "s-1", "cognito:user_status", "UNCONFIRMED", "email", "alice@example.com"),
                false,
                ordered("k", "v"));
        assertThat(onlyEvent()).isEqualTo("""
                {"version":"1","region":"eu-west-1","userPoolId":"eu-west-1_abc","userName":"alice",\
                "callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"1example23456789"},\
                "triggerSource":"CustomMessage_ResendCode",\
                "request":{"userAttributes":{"sub":"s-1","cognito:user_status":"UNCONFIRMED","email":"alice@example.com"},\
                "codeParameter":"{####}","linkParameter":"{##Click Here##}","usernameParameter":null,\
                "clientMetadata":{"k":"v"}},\
                "response":{"smsMessage":null,"emailMessage":null,"emailSubject":null}}""");
    }

    /** Clause I7.t1. */
    @Test
    void onlyAnInvitationNamesTheUsernameParameter() {
        host.answers(200, "{\"response\":{}}");
        triggers.customMessage(LAMBDAS, ALICE, "CustomMessage_AdminCreateUser", Map.of(), true, null);
        assertThat(onlyEvent()).contains("""
                "linkParameter":"{##Click Here##}","usernameParameter":"{username}"},"response\"""");
    }

    @Test
    void theFunctionsAnswersAreRead() {
        host.answers(200, """
                {"version":"1","request":{"x":[{"response":{"autoVerifyEmail":true}}]},
                 "response":{"autoConfirmUser":true,"autoVerifyEmail":null,"autoVerifyPhone":true,"more":{"a":1}}}""");
        assertThat(signUp()).isEqualTo(new PreSignUpAnswer(true, false, true));
        host.answers(200, """
                {"response":{"smsMessage":null,"emailMessage":"<b>{####}</b>","emailSubject":"Hello"}}""");
        assertThat(triggers.customMessage(LAMBDAS, ALICE, "CustomMessage_SignUp", Map.of(), false, null))
                .isEqualTo(new CustomMessageAnswer(null, "<b>{####}</b>", "Hello"));
    }

    @Test
    void withoutAFunctionNothingIsCalledAndNothingChanges() {
        LambdaConfigType none = LambdaConfigType.builder().build();
        assertThat(triggers.preSignUp(none, ALICE, PreSignUpSource.SIGN_UP, Map.of(), null, null))
                .isEqualTo(PreSignUpAnswer.NOTHING);
        assertThat(triggers.preSignUp(null, ALICE, PreSignUpSource.SIGN_UP, Map.of(), null, null))
                .isEqualTo(PreSignUpAnswer.NOTHING);
        assertThat(triggers.customMessage(none, ALICE, "CustomMessage_SignUp", Map.of(), false, null))
                .isEqualTo(CustomMessageAnswer.NOTHING);
        triggers.postConfirmation(none, ALICE, PostConfirmationSource.CONFIRM_SIGN_UP, Map.of(), null);
        assertThat(host.received()).isEmpty();
    }

    /** Clause I3.6. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{}",
                "{\"response\":null}",
                "{\"response\":[]}",
                "{\"response\":\"yes\"}",
                "{\"response\":{\"autoConfirmUser\":\"true\"}}",
                "{\"response\":{\"autoConfirmUser\":1}}",
                "{\"response\":{}} trailing",
                "{\"response\":{}",
                "<html>"
            })
    void anAnswerOfAnotherShapeIsRefused(String answer) {
        host.answers(200, answer);
        assertThatExceptionOfType(InvalidLambdaResponseException.class)
                .isThrownBy(this::signUp)
                .withMessage("Unrecognizable lambda output");
        assertThat(host.received()).hasSize(1);
    }

    /** Clause I3.t1. */
    @Test
    void aFunctionThatThrowsRefusesWithItsOwnWordsAndAFullStop() {
        host.answers(502, """
                {"errorMessage":"Email domain not allowed","errorType":"Error","trace":["x"]}""");
        assertThatExceptionOfType(UserLambdaValidationException.class)
                .isThrownBy(this::signUp)
                .withMessage("PreSignUp failed with error Email domain not allowed.");
        host.answers(500, "{\"errorMessage\":\"foo.\"}");
        assertThatExceptionOfType(UserLambdaValidationException.class)
                .isThrownBy(() -> triggers.postConfirmation(
                        LAMBDAS, ALICE, PostConfirmationSource.CONFIRM_FORGOT_PASSWORD, Map.of(), null))
                .withMessage("PostConfirmation failed with error foo..");
        assertThat(host.received())
                .as("errors of functions are not tried again")
                .hasSize(2);
    }

    @Test
    void theEmulatorsWayToSayThatAFunctionThrewIsUnderstood() {
        host.answers(200, "{\"errorMessage\":\"'email'\",\"errorType\":\"KeyError\"}");
        assertThatExceptionOfType(UserLambdaValidationException.class)
                .isThrownBy(() -> triggers.customMessage(LAMBDAS, ALICE, "CustomMessage_SignUp", Map.of(), false, null))
                .withMessage("CustomMessage failed with error 'email'.");
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDeniedException",
        "404, ResourceNotFoundException",
        "429, TooManyRequestsException",
        "503, ServiceException",
        "302, ServiceException"
    })
    void anAnswerThatIsNoFunctionsSaysThatItCouldNotBeRun(int status, String error) {
        host.answers(status, "<html>nobody home</html>");
        assertThatExceptionOfType(UnexpectedLambdaException.class)
                .isThrownBy(this::signUp)
                .withMessage("PreSignUp invocation failed due to error " + error + ".");
        assertThat(host.received()).hasSize(1);
    }

    @Test
    void aFunctionThatCannotBeReachedCouldNotBeRun() {
        host.close();
        assertThatExceptionOfType(UnexpectedLambdaException.class)
                .isThrownBy(this::signUp)
                .withMessage("PreSignUp invocation failed due to error ServiceException.");
    }

    /** Clause I1.t1. */
    @Test
    void aSilentFunctionIsTriedThreeTimesInAll() {
        host.staysSilent();
        Triggers impatient = triggersWithin(Duration.ofMillis(400));
        assertThatExceptionOfType(UnexpectedLambdaException.class)
                .isThrownBy(() -> impatient.preSignUp(LAMBDAS, ALICE, PreSignUpSource.SIGN_UP, Map.of(), null, null))
                .withMessage("PreSignUp invocation failed due to error Socket timeout while invoking Lambda function.");
        assertThat(host.received()).hasSize(3);
        impatient.close();
    }

    @Test
    void aFunctionThatIsSilentOnceIsAnsweredByTheSecondAttempt() {
        host.staysSilent().answers(200, "{\"response\":{\"autoConfirmUser\":true}}");
        Triggers impatient = triggersWithin(Duration.ofSeconds(2));
        assertThat(impatient
                        .preSignUp(LAMBDAS, ALICE, PreSignUpSource.SIGN_UP, Map.of(), null, null)
                        .autoConfirmUser())
                .isTrue();
        assertThat(host.received()).hasSize(2);
        impatient.close();
    }

    @Test
    void anAnswerThatStallsHalfwayTimesOutToo() {
        host.stallsInTheBody();
        Triggers impatient = triggersWithin(Duration.ofMillis(100));
        assertThatExceptionOfType(UnexpectedLambdaException.class)
                .isThrownBy(() -> impatient.preSignUp(LAMBDAS, ALICE, PreSignUpSource.SIGN_UP, Map.of(), null, null))
                .withMessageContaining("Socket timeout");
        impatient.close();
    }

    @Test
    void anAnswerOfMoreThanSixMegabytesIsNotTaken() {
        host.answers(200, "{\"response\":{},\"x\":\"" + "x".repeat(6 * 1024 * 1024) + "\"}");
        assertThatThrownBy(this::signUp).isInstanceOf(UnexpectedLambdaException.class);
    }

    /** Clause I3.5. */
    @Test
    void aFunctionThatNoRunnerKnowsIsNotFound() {
        Triggers nobody = new Triggers(
                List.of(new HttpRunner(Map.of(ARN + "2", URI.create("http://x/")), Duration.ofSeconds(1))));
        assertThatExceptionOfType(UnexpectedLambdaException.class)
                .isThrownBy(() -> nobody.preSignUp(LAMBDAS, ALICE, PreSignUpSource.SIGN_UP, Map.of(), null, null))
                .withMessage("PreSignUp invocation failed due to error ResourceNotFoundException.");
        nobody.close();
    }

    private PreSignUpAnswer signUp() {
        return triggers.preSignUp(LAMBDAS, ALICE, PreSignUpSource.SIGN_UP, Map.of("email", "a@b.c"), null, null);
    }

    private String onlyEvent() {
        assertThat(host.received()).hasSize(1);
        assertThat(host.received().getFirst().headers().getFirst("Content-Type"))
                .isEqualTo("application/json");
        return host.received().getFirst().body();
    }

    private static Map<String, String> ordered(String... keysAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
