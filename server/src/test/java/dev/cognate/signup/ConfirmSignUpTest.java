package dev.cognate.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.crypto.SecretHash;
import dev.cognate.domain.UserStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ConfirmSignUp, row by row of lifecycle E2, over the wire. */
class ConfirmSignUpTest {
    private static final String WRONG = "CodeMismatchException: Invalid verification code provided, please try again.";
    private static final String EXPIRED = "ExpiredCodeException: Invalid code provided, please request a code again.";
    private static final String TOO_MANY =
            "LimitExceededException: Attempt limit exceeded, please try after some time.";
    private static final String ALIASES = "\"AutoVerifiedAttributes\":[\"email\"],\"AliasAttributes\":[\"email\"]";

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

    private static TestPool poolWithJane() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        return pool;
    }

    /** Another code than the live one. */
    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    /** Clauses A1.t6, B2.6, C4.t1, E2.1. */
    @Test
    void theRightCodeConfirmsAndVerifiesTheAddressItWasSentTo() {
        TestPool pool = poolWithJane();
        server.clock().advance(Duration.ofSeconds(90));

        assertThat(pool.confirm("jane", pool.code("jane")).outcome()).isEqualTo("{}");

        Reply jane = pool.adminGetUser("jane");
        assertThat(jane.member("UserStatus")).isEqualTo("CONFIRMED");
        assertThat(jane.body())
                .contains("{\"Name\":\"email_verified\",\"Value\":\"true\"},"
                        + "{\"Name\":\"email\",\"Value\":\"jane@example.com\"}");
        assertThat(seconds(jane, "UserLastModifiedDate") - seconds(jane, "UserCreateDate"))
                .isEqualTo(90);
    }

    private static double seconds(Reply reply, String member) {
        int start = reply.body().indexOf("\"" + member + "\":") + member.length() + 3;
        return Double.parseDouble(reply.body().substring(start).split("[,}]", 2)[0]);
    }

    /** Clause A10.s2. */
    @Test
    void ofTwoAddressesOnlyTheOneThatGotTheCodeIsVerified() {
        TestPool pool = server.pool("""
                "AutoVerifiedAttributes":["email","phone_number"],\
                "SmsConfiguration":{"SnsCallerArn":"arn:aws:iam::123456789012:role/sms"}""");
        pool.signUpWith("jane", """
                [{"Name":"email","Value":"jane@example.com"},{"Name":"phone_number","Value":"+12065550100"}]""");

        pool.confirm("jane", pool.code("jane"));

        assertThat(pool.adminGetUser("jane").body())
                .contains("{\"Name\":\"email_verified\",\"Value\":\"false\"}")
                .contains("{\"Name\":\"phone_number_verified\",\"Value\":\"true\"}");
    }

    /** Clauses A2.s10, A4.6, A9.t3, E2.2. */
    @Test
    void aWrongCodeIsRefusedAndDoesNotUseTheRightOneUp() {
        TestPool pool = poolWithJane();
        String code = pool.code("jane");

        assertThat(pool.confirm("jane", wrong(code)).outcome()).isEqualTo(WRONG);
        assertThat(pool.confirm("jane", "not-even-digits").outcome())
                .as("any text is a code, only a wrong one")
                .isEqualTo(WRONG);
        assertThat(pool.confirm("jane", code.substring(1)).outcome()).isEqualTo(WRONG);
        assertThat(pool.confirm("jane", code + "0").outcome()).isEqualTo(WRONG);
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("UNCONFIRMED");
        assertThat(pool.confirm("jane", code).outcome()).isEqualTo("{}");
    }

    /** Clauses A2.s10, A4.7, A9.1, E2.3. */
    @Test
    void aCodeIsGoodForTwentyFourHours() {
        TestPool pool = poolWithJane();
        server.clock().advance(Duration.ofHours(24).minusMillis(1));
        assertThat(pool.confirm("jane", pool.code("jane")).outcome()).isEqualTo("{}");

        TestPool late = poolWithJane();
        server.clock().advance(Duration.ofHours(24));
        assertThat(late.confirm("jane", late.code("jane")).outcome()).isEqualTo(EXPIRED);
        assertThat(late.confirm("jane", wrong(late.code("jane"))).outcome())
                .as("nobody learns from the answer whether an old code was the right one")
                .isEqualTo(EXPIRED);

        late.resend("jane");
        assertThat(late.confirm("jane", late.code("jane")).outcome()).isEqualTo("{}");
    }

    /** Clause E2.3. */
    @Test
    void whereNoCodeWasSentThereIsNoneToConfirmWith() {
        TestPool pool = server.pool("");
        pool.signUp("jane", "jane@example.com");

        assertThat(pool.confirm("jane", "123456").outcome()).isEqualTo(EXPIRED);
    }

    /** Clauses A2.s9, E2.4. The status is looked at before the code. */
    @Test
    void aConfirmedUserIsToldSoWhateverTheCode() {
        TestPool pool = poolWithJane();
        String code = pool.code("jane");
        pool.confirm("jane", code);
        String refusal = "NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED";

        assertThat(pool.confirm("jane", code).outcome()).isEqualTo(refusal);
        assertThat(pool.confirm("jane", wrong(code)).outcome()).isEqualTo(refusal);
    }

    /** Clauses A4.2.8, E2.4. */
    @ParameterizedTest
    @EnumSource(names = "UNCONFIRMED", mode = EnumSource.Mode.EXCLUDE)
    void everyOtherStatusNamesItself(UserStatus status) {
        TestPool pool = poolWithJane();
        pool.change("jane", user -> user.withStatus(status, user.modified()));

        assertThat(pool.confirm("jane", pool.code("jane")).outcome())
                .isEqualTo("NotAuthorizedException: User cannot be confirmed. Current status is " + status);
    }

    /** Clauses A4.5.1, B3.t8, E2.5. */
    @Test
    void anAliasThatAnotherUserHoldsIsRefusedAndTheCodeStaysGood() {
        TestPool pool = server.pool(ALIASES);
        pool.signUp("jane", "shared@example.com");
        pool.signUp("john", "shared@example.com");
        pool.confirm("jane", pool.code("jane"));

        assertThat(pool.confirm("john", pool.code("john")).outcome())
                .isEqualTo("AliasExistsException: An account with the email already exists.");
        assertThat(pool.adminGetUser("john").member("UserStatus")).isEqualTo("UNCONFIRMED");
        assertThat(pool.adminGetUser("shared@example.com").member("Username")).isEqualTo("jane");

        pool.admin("AdminDeleteUser", "jane");
        assertThat(pool.confirm("john", pool.code("john")).outcome()).isEqualTo("{}");
    }

    /** Clauses B3.t11, E2.6. */
    @Test
    void aForcedAliasMovesAndItsFormerOwnerKeepsTheValueUnverified() {
        TestPool pool = server.pool(ALIASES);
        pool.signUp("jane", "shared@example.com");
        pool.signUp("john", "shared@example.com");
        pool.confirm("jane", pool.code("jane"));

        assertThat(pool.call("ConfirmSignUp", """
                        "Username":"john","ConfirmationCode":"%s","ForceAliasCreation":true""".formatted(pool.code("john"))).outcome())
                .isEqualTo("{}");

        assertThat(pool.adminGetUser("shared@example.com").member("Username")).isEqualTo("john");
        assertThat(pool.adminGetUser("jane").body())
                .contains("{\"Name\":\"email_verified\",\"Value\":\"false\"}")
                .contains("{\"Name\":\"email\",\"Value\":\"shared@example.com\"}")
                .contains("\"UserStatus\":\"CONFIRMED\"");
        assertThat(pool.adminGetUser("john").body()).contains("{\"Name\":\"email_verified\",\"Value\":\"true\"}");
    }

    /** Clauses A7.2, E2.1. From now on the alias finds the user. */
    @Test
    void theAliasIsActiveOnceItIsConfirmed() {
        TestPool pool = server.pool(ALIASES);
        pool.signUp("jane", "jane@example.com");
        assertThat(pool.confirm("jane@example.com", pool.code("jane")).outcome())
                .isEqualTo("UserNotFoundException: Username/client id combination not found.");

        pool.confirm("jane", pool.code("jane"));

        assertThat(pool.adminGetUser("jane@example.com").member("Username")).isEqualTo("jane");
    }

    /** Clause B3.t13. */
    @Test
    void aliasesOfAPoolThatDoesNotTellCasesApartClashInAnyCase() {
        TestPool pool = server.pool(ALIASES + ",\"UsernameConfiguration\":{\"CaseSensitive\":false}");
        pool.signUp("jane", "Shared@example.com");
        pool.signUp("john", "shared@EXAMPLE.com");
        pool.confirm("JANE", pool.code("jane"));

        assertThat(pool.adminGetUser("SHARED@example.com").member("Username")).isEqualTo("jane");
        assertThat(pool.confirm("john", pool.code("john")).fault()).isEqualTo("AliasExistsException");
    }

    /** Clause A7.3. */
    @Test
    void aSignInNameAndTheSubBothConfirm() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],\"UsernameAttributes\":[\"email\"]");
        String jane = pool.signUpWith("jane@example.com", "[]").member("UserSub");
        String john = pool.signUpWith("john@example.com", "[]").member("UserSub");

        assertThat(pool.confirm("jane@example.com", pool.code(jane)).outcome()).isEqualTo("{}");
        assertThat(pool.confirm(john, pool.code(john)).outcome()).isEqualTo("{}");
    }

    /** Clauses A4.3.1, A8.3a, E2.7. */
    @Test
    void anUnknownUserIsNamedAsUnknown() {
        assertThat(server.poolVerifyingEmail().confirm("nobody", "123456").outcome())
                .isEqualTo("UserNotFoundException: Username/client id combination not found.");
    }

    /** Clauses A8.3b, E2.7. */
    @Test
    void aDisabledUserIsToldSo() {
        TestPool pool = poolWithJane();
        pool.disable("jane");

        assertThat(pool.confirm("jane", pool.code("jane")).outcome())
                .isEqualTo("NotAuthorizedException: User is disabled.");
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("UNCONFIRMED");
    }

    /** Clause A8.3c. */
    @Test
    void aConcealingClientDoesNotLearnThatAUserIsUnknownOrDisabled() {
        TestPool jane = poolWithJane();
        jane.disable("jane");
        TestPool pool = jane.concealing();

        assertThat(pool.confirm("nobody", "123456").outcome()).isEqualTo(EXPIRED);
        assertThat(pool.confirm("jane", jane.code("jane")).outcome()).isEqualTo(EXPIRED);

        pool.resend("nobody");
        assertThat(pool.confirm("nobody", "123456").outcome())
                .as("after a code was asked for")
                .isEqualTo(WRONG);
    }

    /** Clauses A8 and E2: a concealing client is told the status too, as by the service; applications rely on it. */
    @Test
    void aConcealingClientIsToldThatAUserIsConfirmedAlready() {
        TestPool jane = poolWithJane();
        String code = jane.code("jane");
        jane.confirm("jane", code);

        assertThat(jane.concealing().confirm("jane", "000000").outcome())
                .isEqualTo("NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED");
    }

    /** Clauses A8 and A12: a name without a user is limited as well, or the limit would tell them apart. */
    @Test
    void aConcealedNameIsLimitedLikeAUser() {
        TestPool pool = server.poolVerifyingEmail().concealing();
        for (int attempt = 1; attempt <= 15; attempt++) {
            assertThat(pool.confirm("nobody", "123456").outcome()).isEqualTo(EXPIRED);
        }
        assertThat(pool.confirm("nobody", "123456").outcome()).isEqualTo(TOO_MANY);
    }

    /** Clauses A2.s8, A12.2, E2.8. Refused before the code is looked at. */
    @Test
    void theSixteenthTryOfAnHourIsRefusedEvenWithTheRightCode() {
        TestPool pool = poolWithJane();
        String code = pool.code("jane");
        for (int attempt = 1; attempt <= 15; attempt++) {
            assertThat(pool.confirm("jane", wrong(code)).outcome()).isEqualTo(WRONG);
        }
        assertThat(pool.confirm("jane", code).outcome()).isEqualTo(TOO_MANY);

        server.clock().advance(Duration.ofHours(1).minusMillis(1));
        assertThat(pool.confirm("jane", code).outcome()).isEqualTo(TOO_MANY);
        server.clock().advance(Duration.ofMillis(1));
        assertThat(pool.confirm("jane", code).outcome()).isEqualTo("{}");
    }

    @Test
    void aNewCodeDoesNotBringNewTries() {
        TestPool pool = poolWithJane();
        for (int attempt = 1; attempt <= 15; attempt++) {
            pool.confirm("jane", wrong(pool.code("jane")));
        }
        pool.resend("jane");

        assertThat(pool.confirm("jane", pool.code("jane")).outcome()).isEqualTo(TOO_MANY);
    }

    /** Clauses E2.1, I4.2, I6.t1. */
    @Test
    void theFunctionLearnsOfTheConfirmedUser() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("PostConfirmation"));
        String sub = pool.signUp("jane", "jane@example.com").member("UserSub");

        pool.call("ConfirmSignUp", """
                "Username":"jane","ConfirmationCode":"%s","ClientMetadata":{"k":"v"}""".formatted(pool.code("jane")));

        assertThat(server.function().events()).singleElement().isEqualTo("""
                {"version":"1","region":"us-east-1","userPoolId":"%s","userName":"jane",\
                "callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"%s"},\
                "triggerSource":"PostConfirmation_ConfirmSignUp",\
                "request":{"userAttributes":{"sub":"%s","cognito:user_status":"CONFIRMED",\
                "email_verified":"true","email":"jane@example.com"},"clientMetadata":{"k":"v"}},"response":{}}""".formatted(pool.id(), pool.client(), sub));
    }

    /** Clause I6.t1. */
    @Test
    void withoutClientMetadataTheEventHasNone() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("PostConfirmation"));
        pool.signUp("jane", "jane@example.com");
        assertThat(server.function().events()).isEmpty();

        pool.confirm("jane", "nonsense");
        assertThat(server.function().events()).as("a refused try is no event").isEmpty();
        pool.confirm("jane", pool.code("jane"));

        assertThat(server.function().events()).singleElement().asString().doesNotContain("clientMetadata");
    }

    /** Clauses A2.s12, E2.9, I6.t2. */
    @Test
    void aFunctionThatFailsLeavesTheUserConfirmed() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("PostConfirmation"));
        pool.signUp("jane", "jane@example.com");
        server.function().fails("no room");

        assertThat(pool.confirm("jane", pool.code("jane")).outcome())
                .isEqualTo("UserLambdaValidationException: PostConfirmation failed with error no room.");
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("CONFIRMED");
    }

    /** Clauses A5.1, A5.t1. */
    @Test
    void aClientWithASecretProvesItOverEitherName() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],\"UsernameAttributes\":[\"email\"]");
        Reply made = pool.newClient("\"GenerateSecret\":true");
        TestPool secret = pool.through(made.member("ClientId"));
        String sub = pool.signUpWith("jane@example.com", "[]").member("UserSub");
        String members = "\"Username\":\"jane@example.com\",\"ConfirmationCode\":\"" + pool.code(sub) + "\"";

        assertThat(secret.call("ConfirmSignUp", members).outcome())
                .isEqualTo("NotAuthorizedException: Client " + secret.client()
                        + " is configured with secret but SECRET_HASH was not received");
        assertThat(secret.call("ConfirmSignUp", members + ",\"SecretHash\":\"d3Jvbmc=\"")
                        .outcome())
                .isEqualTo("NotAuthorizedException: Unable to verify secret hash for client " + secret.client());
        String hash = SecretHash.of(made.member("ClientSecret"), sub, secret.client());
        assertThat(secret.call("ConfirmSignUp", members + ",\"SecretHash\":\"" + hash + "\"")
                        .outcome())
                .isEqualTo("{}");
    }

    /** Clause A9.t4. */
    @Test
    void aCodeBelongsToTheUserAndNotToTheClient() {
        TestPool pool = poolWithJane();
        String other = pool.newClient("\"RefreshTokenValidity\":1").member("ClientId");

        assertThat(pool.through(other).confirm("jane", pool.code("jane")).outcome())
                .isEqualTo("{}");
    }

    /** Clause A4.1.2. */
    @Test
    void anUnknownClientIsNamed() {
        assertThat(server.poolVerifyingEmail()
                        .through("unknown")
                        .confirm("jane", "123456")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool client unknown does not exist.");
    }

    /** Clauses A3.t4, A3.t8. The code is shown, for it is not sensitive in the model; the username is not. */
    @Test
    void aCodeThatHoldsSpacesBreaksTheShape() {
        assertThat(poolWithJane().confirm("jane", "12 34").outcome())
                .isEqualTo("InvalidParameterException: 1 validation error detected: Value '12 34' at 'confirmationCode'"
                        + " failed to satisfy constraint: Member must satisfy regular expression pattern: [\\\\S]+");
    }

    /** Clauses A9.t5, K.7. Whatever the text, it is a wrong code and no broken shape. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "abcdef", "\uff11\uff12\uff13\uff14\uff15\uff16", "-000001", "';--", "0000000"})
    void anyTextWithoutSpacesIsAWrongCode(String code) {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");

        Reply reply = pool.confirm("jane", code);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.outcome())
                .isEqualTo("CodeMismatchException: Invalid verification code provided, please try again.");
    }
}
