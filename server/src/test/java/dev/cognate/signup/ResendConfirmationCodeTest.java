package dev.cognate.signup;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * ResendConfirmationCode, row by row of lifecycle E3, over the wire; the rows on clients that conceal are in {@link
 * ConcealmentTest}, those on functions in {@link ResendConfirmationCodeFunctionsTest}.
 */
class ResendConfirmationCodeTest {
    private static final String TO_JANE = """
            {"CodeDeliveryDetails":{"AttributeName":"email","DeliveryMedium":"EMAIL","Destination":"j***@e***"}}""";
    private static final String NO_SUCH_USER = "UserNotFoundException: Username/client id combination not found.";
    private static final String TOO_MANY =
            "LimitExceededException: Attempt limit exceeded, please try after some time.";
    private static final String BOTH_ADDRESSES =
            "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"},{\"Name\":\"phone_number\",\"Value\":\"+12065550100\"}]";
    private static final String SMS = "\"SmsConfiguration\":{\"SnsCallerArn\":\"arn:aws:iam::123456789012:role/sms\"}";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Clauses A1.t8, A9.1, D2.1, D3.2, E3.1, E3.t1, K.3. */
    @Test
    void anUnconfirmedUserIsSentANewCodeAndToldTheMaskedAddress() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");

        Reply reply = pool.resend("jane");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(TO_JANE);
        assertThat(server.inbox(pool.id(), "jane")).hasSize(2).first().satisfies(newest -> {
            assertThat(newest.message().triggerSource()).isEqualTo("CustomMessage_ResendCode");
            assertThat(newest.message().destination()).isEqualTo("jane@example.com");
            assertThat(newest.message().subject()).isEqualTo("Your verification code");
            assertThat(newest.message().body())
                    .isEqualTo("Your confirmation code is " + newest.message().code());
            assertThat(newest.message().code()).matches("\\d{6}");
        });
    }

    /** Clauses A9.t1, K.10. */
    @Test
    void theNewCodeConfirmsAndTheEarlierOneDoesNot() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        pool.resend("jane");
        List<String> codes = pool.codes("jane");

        assertThat(pool.confirm("jane", codes.getLast()).outcome())
                .isEqualTo("CodeMismatchException: Invalid verification code provided, please try again.");
        assertThat(pool.confirm("jane", codes.getFirst()).outcome()).isEqualTo("{}");
    }

    /** Clauses D3.2, D4.t1, E3.1. With the link template. */
    @Test
    void inAPoolThatConfirmsByLinkTheMessageHoldsALink() {
        TestPool pool = server.pool("""
                "AutoVerifiedAttributes":["email"],
                "VerificationMessageTemplate":{"DefaultEmailOption":"CONFIRM_WITH_LINK"}""");
        pool.signUp("jane", "jane@example.com");

        assertThat(pool.resend("jane").body()).isEqualTo(TO_JANE);
        assertThat(server.inbox(pool.id(), "jane").getFirst().message().link())
                .isEqualTo(server.url() + "/confirmUser?client_id=" + pool.client()
                        + "&user_name=jane&confirmation_code=" + pool.code("jane"));
    }

    /** Clauses E3.2, K.4. */
    @Test
    void aPhoneNumberIsUsedWhereThePoolVerifiesIt() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"phone_number\"]," + SMS);
        pool.signUpWith("jane", "[{\"Name\":\"phone_number\",\"Value\":\"+12065550100\"}]");

        assertThat(pool.resend("jane").body()).isEqualTo("""
                        {"CodeDeliveryDetails":{"AttributeName":"phone_number","DeliveryMedium":"SMS","Destination":"+*******0100"}}""");
        assertThat(server.inbox(pool.id(), "jane").getFirst().message().destination())
                .isEqualTo("+12065550100");
    }

    /** Clause E3.3. */
    @Test
    void ofTwoVerifiedAddressesOnlyThePhoneReceivesACode() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\",\"phone_number\"]," + SMS);
        pool.signUpWith("jane", BOTH_ADDRESSES);

        assertThat(pool.resend("jane").member("DeliveryMedium")).isEqualTo("SMS");
        assertThat(server.inbox(pool.id(), "jane"))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.message().destination()).isEqualTo("+12065550100"));
    }

    /** Clauses A4.2.7, E3.4. */
    @Test
    void aPoolThatVerifiesNothingResendsNothing() {
        TestPool pool = server.pool("");
        pool.signUp("jane", "jane@example.com");

        assertThat(pool.resend("jane").outcome())
                .isEqualTo("NotAuthorizedException: Cannot resend codes. Auto verification not turned on.");
    }

    /** Clause E3.5. */
    @Test
    void aUserWithoutTheVerifiedAttributeIsAnsweredAsInAPoolThatVerifiesNothing() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUpWith("jane", "[]");

        assertThat(pool.resend("jane").outcome())
                .isEqualTo("NotAuthorizedException: Cannot resend codes. Auto verification not turned on.");
    }

    /** Clauses A4.17.1, E3.6, K.1. */
    @Test
    void aConfirmedUserIsRefused() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        pool.confirm("jane", pool.code("jane"));

        assertThat(pool.resend("jane").outcome()).isEqualTo("InvalidParameterException: User is already confirmed.");
    }

    /** Clauses A4.3.1, A8.2a, E3.9, K.2. */
    @Test
    void anUnknownUserIsNamedAsUnknown() {
        assertThat(server.poolVerifyingEmail().resend("nobody").outcome()).isEqualTo(NO_SUCH_USER);
    }

    /** Clauses A7.2, E3.12. */
    @Test
    void anAliasIsNotActiveBeforeItIsVerified() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],\"AliasAttributes\":[\"email\"]");
        pool.signUp("jane", "jane@example.com");

        assertThat(pool.resend("jane@example.com").outcome()).isEqualTo(NO_SUCH_USER);
        assertThat(pool.resend("jane").body()).isEqualTo(TO_JANE);
    }

    /** Clauses A7.3, E3.13. */
    @Test
    void anAddressThatIsTheSignInNameAndTheSubBothFindTheUser() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],\"UsernameAttributes\":[\"email\"]");
        String sub = pool.signUpWith("jane@example.com", "[]").member("UserSub");

        assertThat(pool.resend("jane@example.com").body()).isEqualTo(TO_JANE);
        assertThat(pool.resend(sub).body()).isEqualTo(TO_JANE);
        assertThat(pool.codes(sub)).hasSize(3);
    }

    /** Clause E3.14. */
    @Test
    void lettersOfEitherCaseFindTheUserWhereThePoolDoesNotTellThemApart() {
        TestPool folding = server.pool(
                "\"AutoVerifiedAttributes\":[\"email\"],\"UsernameConfiguration\":{\"CaseSensitive\":false}");
        folding.signUp("Jane", "jane@example.com");
        assertThat(folding.resend("jANE").body()).isEqualTo(TO_JANE);

        TestPool exact = server.poolVerifyingEmail();
        exact.signUp("Jane", "jane@example.com");
        assertThat(exact.resend("jane").outcome()).isEqualTo(NO_SUCH_USER);
    }

    /** Clauses A4.10.1, A12.1, A12.t1, E3.16. */
    @Test
    void theSixthRequestOfAnHourIsRefusedAndTheHourSlides() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        for (int request = 1; request <= 5; request++) {
            assertThat(pool.resend("jane").status()).as("request " + request).isEqualTo(200);
        }
        String live = pool.code("jane");

        assertThat(pool.resend("jane").outcome()).isEqualTo(TOO_MANY);
        server.clock().advance(Duration.ofMinutes(59));
        assertThat(pool.resend("jane").outcome()).isEqualTo(TOO_MANY);
        assertThat(pool.confirm("jane", live).status())
                .as("the last code stays the live one")
                .isEqualTo(200);

        pool.signUp("john", "john@example.com");
        assertThat(pool.resend("john").status())
                .as("each user has an own count")
                .isEqualTo(200);
    }

    /** Clause A12.t1. */
    @Test
    void anHourAfterTheFirstOfFiveRequestsThereIsRoomForAnother() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        for (int request = 1; request <= 5; request++) {
            pool.resend("jane");
        }
        server.clock().advance(Duration.ofHours(1));

        assertThat(pool.resend("jane").status()).isEqualTo(200);
    }

    /** Clauses A8.2b, A8.2c, E3.10, E3.11. */
    @Test
    void aDisabledUserIsAnsweredLikeAnUnknownOne() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        pool.disable("jane");

        assertThat(pool.resend("jane").outcome()).isEqualTo(NO_SUCH_USER);
        assertThat(pool.concealing().resend("jane").body())
                .as("row 11")
                .isEqualTo(pool.concealing().resend("nobody").body());
        assertThat(pool.codes("jane")).hasSize(1);
    }

    /** Clauses B2.19, E3.8. */
    @ParameterizedTest
    @EnumSource(names = "UNCONFIRMED", mode = EnumSource.Mode.EXCLUDE)
    void everyOtherStatusCountsAsConfirmed(UserStatus status) {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        pool.change("jane", user -> user.withStatus(status, user.modified()));

        assertThat(pool.resend("jane").outcome()).isEqualTo("InvalidParameterException: User is already confirmed.");
        assertThat(pool.concealing().resend("jane").body()).isEqualTo(TO_JANE);
        assertThat(pool.codes("jane")).hasSize(1);
    }

    /** Clauses A4.13.1, E3.18. Known at once that nothing can be sent. */
    @Test
    void anAddressThatCannotBeReachedIsADeliveryFailure() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@.example.com");

        assertThat(pool.resend("jane").outcome())
                .isEqualTo("CodeDeliveryFailureException: Invalid email provided/Unable to send the email");
    }

    /** Clause E3.4. The pool's rules of this moment count, not those of the sign-up. */
    @Test
    void aPoolThatVerifiesNothingAnyMoreResendsNothing() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        pool.adminCall("UpdateUserPool", "");

        assertThat(pool.resend("jane").outcome())
                .isEqualTo("NotAuthorizedException: Cannot resend codes. Auto verification not turned on.");
    }

    /** Clauses A2.s4, A2.s7, A5.1, A5.2, A5.3, A5.t1, E3.15. */
    @Test
    void aClientWithASecretProvesItOverEitherName() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],\"UsernameAttributes\":[\"email\"]");
        Reply made = pool.newClient("\"GenerateSecret\":true");
        TestPool secret = pool.through(made.member("ClientId"));
        String sub = pool.signUpWith("jane@example.com", "[]").member("UserSub");
        String jane = "\"Username\":\"jane@example.com\"";
        String asSent = SecretHash.of(made.member("ClientSecret"), "jane@example.com", secret.client());
        String asStored = SecretHash.of(made.member("ClientSecret"), sub, secret.client());
        String wrong = "NotAuthorizedException: Unable to verify secret hash for client " + secret.client();

        assertThat(secret.call("ResendConfirmationCode", jane).outcome())
                .isEqualTo("NotAuthorizedException: Client " + secret.client()
                        + " is configured with secret but SECRET_HASH was not received");
        assertThat(withHash(secret, jane, "d3Jvbmc=").outcome()).isEqualTo(wrong);
        assertThat(withHash(secret, jane, asSent.toLowerCase(Locale.ROOT)).outcome())
                .isEqualTo(wrong);
        assertThat(withHash(pool, jane, asSent).outcome())
                .isEqualTo("NotAuthorizedException: Client " + pool.client()
                        + " is not configured for secret but secret was received");
        assertThat(withHash(secret, "\"Username\":\"nobody@example.com\"", asSent)
                        .outcome())
                .as("the secret hash is looked at before the user is")
                .isEqualTo(wrong);
        assertThat(withHash(secret, jane, asSent).body()).isEqualTo(TO_JANE);
        assertThat(withHash(secret, jane, asStored).body()).isEqualTo(TO_JANE);
    }

    private static Reply withHash(TestPool pool, String members, String hash) {
        return pool.call("ResendConfirmationCode", members + ",\"SecretHash\":\"" + hash + "\"");
    }

    /** Clause A2.s8. Clause A12: those who are refused for another reason are counted too. */
    @Test
    void requestsOfAConfirmedUserCount() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        pool.confirm("jane", pool.code("jane"));
        for (int request = 1; request <= 5; request++) {
            assertThat(pool.resend("jane").fault()).isEqualTo("InvalidParameterException");
        }
        assertThat(pool.resend("jane").outcome()).isEqualTo(TOO_MANY);
    }

    /** Clause E3.20. */
    @Test
    void anotherClientOfThePoolMayAskAsWell() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        String other = pool.newClient("\"RefreshTokenValidity\":1").member("ClientId");

        assertThat(pool.through(other).resend("jane").body()).isEqualTo(TO_JANE);
    }

    /** Clauses A4.1.2, E3.21. */
    @Test
    void anUnknownClientIsNamed() {
        Reply reply = server.call("ResendConfirmationCode", "{\"ClientId\":\"unknown\",\"Username\":\"jane\"}");

        assertThat(reply.outcome()).isEqualTo("ResourceNotFoundException: User pool client unknown does not exist.");
    }

    /** Clauses A2.s1, A3.t2, A3.t3, A3.t6, A3.t8, E3.22. */
    @Test
    void anEmptyUsernameBreaksTwoConstraintsAndIsNotShown() {
        Reply reply = server.call("ResendConfirmationCode", "{\"ClientId\":\"unknown\",\"Username\":\"\"}");

        assertThat(reply.member("message"))
                .isEqualTo(
                        "2 validation errors detected: Value at 'username' failed to satisfy constraint: Member must have "
                                + "length greater than or equal to 1; Value at 'username' failed to satisfy constraint: "
                                + "Member must satisfy regular expression pattern: "
                                + "[\\\\p{L}\\\\p{M}\\\\p{S}\\\\p{N}\\\\p{P}]+");
    }

    /** Clause E3.t2. */
    @Test
    void askingForACodeChangesNothingOfTheUser() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        String before = pool.adminGetUser("jane").body();
        server.clock().advance(Duration.ofMinutes(1));

        pool.resend("jane");

        assertThat(pool.adminGetUser("jane").body()).isEqualTo(before);
    }

    /** Clauses A1.t1, E3.t5, K.7. The raw exchange of the reference. */
    @Test
    void aRefusalIsToldInTheBodyAndInTheHeaders() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        pool.confirm("jane", pool.code("jane"));

        Reply reply = pool.resend("jane");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .isEqualTo("{\"__type\":\"InvalidParameterException\",\"message\":\"User is already confirmed.\"}");
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/x-amz-json-1.1");
        assertThat(reply.headers().firstValue("x-amzn-ErrorType")).contains("InvalidParameterException:");
        assertThat(reply.headers().firstValue("x-amzn-ErrorMessage")).contains("User is already confirmed.");
        assertThat(reply.headers().firstValue("x-amzn-RequestId")).isPresent();
    }
}
