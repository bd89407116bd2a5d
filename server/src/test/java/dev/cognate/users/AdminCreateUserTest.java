package dev.cognate.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestRules;
import dev.cognate.app.TestServer;
import dev.cognate.domain.UserStatus;
import dev.cognate.messaging.InboxMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** AdminCreateUser, row by row, over the wire. Reference: lifecycle F1. */
class AdminCreateUserTest {
    private static final String SMS = "\"SmsConfiguration\":{\"SnsCallerArn\":\"arn:aws:iam::123456789012:role/sms\"}";
    private static final String EMAIL = "{\"Name\":\"email\",\"Value\":\"jane@example.com\"}";
    private static final String EMAIL_VERIFIED = "{\"Name\":\"email_verified\",\"Value\":\"true\"}";
    private static final String PHONE = "{\"Name\":\"phone_number\",\"Value\":\"+12065550100\"}";
    private static final String BY_EMAIL = "\"DesiredDeliveryMediums\":[\"EMAIL\"]";
    private static final String RESEND = "\"MessageAction\":\"RESEND\"";
    private static final String EXISTS = "UsernameExistsException: An account with the given email already exists.";

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

    private static String with(String... attributes) {
        return "\"UserAttributes\":[" + String.join(",", attributes) + "]";
    }

    private static List<InboxMessage> sent(TestPool pool) {
        return server.inbox(pool.id(), "jane");
    }

    /** Clauses B2.2, F1.1. The row minimal. */
    @Test
    void aUsernameIsEnoughAndNothingIsSent() {
        TestPool pool = server.pool("");

        Reply reply = pool.adminCreate("jane", "");

        assertThat(reply.outcome()).matches("""
                \\{"User":\\{"Attributes":\\[\\{"Name":"sub","Value":"[0-9a-f-]{36}"}],"Enabled":true,\
                "UserCreateDate":(\\d+),"UserLastModifiedDate":\\1,"UserStatus":"FORCE_CHANGE_PASSWORD",\
                "Username":"jane"}}""");
        assertThat(sent(pool)).isEmpty();
        assertThat(pool.user("jane").password()).isNotNull();
    }

    /** Clauses C6.t1, D2.4. */
    @Test
    void theInvitationHoldsTheUsernameAndTheTemporaryPassword() {
        TestPool pool = server.pool("");

        pool.adminCreate("jane", with(EMAIL) + "," + BY_EMAIL);

        assertThat(sent(pool)).singleElement().satisfies(each -> {
            assertThat(each.message().triggerSource()).isEqualTo("CustomMessage_AdminCreateUser");
            assertThat(each.message().destination()).isEqualTo("jane@example.com");
            assertThat(each.message().subject()).isEqualTo("Your temporary password");
            assertThat(each.message().body())
                    .isEqualTo("Your username is jane and temporary password is "
                            + each.message().code() + ". ");
        });
        assertThat(pool.hasPassword("jane", pool.code("jane"))).isTrue();
    }

    @Test
    void theTemporaryPasswordMayBeGiven() {
        TestPool pool = server.pool("");

        pool.adminCreate("jane", with(EMAIL) + "," + BY_EMAIL + ",\"TemporaryPassword\":\"Given-0ne!\"");

        assertThat(pool.code("jane")).isEqualTo("Given-0ne!");
        assertThat(pool.hasPassword("jane", "Given-0ne!")).isTrue();
    }

    /** Clause D2.5. The service's default medium. */
    @Test
    void withoutAWishTheInvitationIsAnSms() {
        TestPool pool = server.pool(SMS);

        pool.adminCreate("jane", with(EMAIL, PHONE));

        assertThat(sent(pool))
                .singleElement()
                .satisfies(each -> assertThat(each.message().destination()).isEqualTo("+12065550100"));
    }

    /** Clause F1.t2. */
    @Test
    void bothMediumsMayBeWishedFor() {
        TestPool pool = server.pool(SMS);

        pool.adminCreate("jane", with(EMAIL, PHONE) + ",\"DesiredDeliveryMediums\":[\"SMS\",\"EMAIL\"]");

        assertThat(sent(pool))
                .extracting(each -> each.message().destination())
                .containsExactlyInAnyOrder("+12065550100", "jane@example.com");
        assertThat(pool.codes("jane").getFirst()).isEqualTo(pool.codes("jane").getLast());
    }

    /** Clause F1.2. The row of a medium without its attribute. */
    @Test
    void aMediumThatTheUserDoesNotHaveIsPassedOver() {
        TestPool pool = server.pool("");

        assertThat(pool.adminCreate("jane", with(PHONE) + "," + BY_EMAIL).fault())
                .isEqualTo("none");
        assertThat(sent(pool)).isEmpty();
    }

    /** Clause F1.3. The row SUPPRESS. */
    @Test
    void aSuppressedInvitationIsNotSent() {
        TestPool pool = server.pool("");

        assertThat(pool.adminCreate("jane", with(EMAIL) + "," + BY_EMAIL + ",\"MessageAction\":\"SUPPRESS\"")
                        .member("UserStatus"))
                .isEqualTo("FORCE_CHANGE_PASSWORD");
        assertThat(sent(pool)).isEmpty();
    }

    /** Clauses D1.8, D1.9, D1.10. */
    @Test
    void thePoolsOwnTextIsUsed() {
        TestPool pool = server.pool("""
                "AdminCreateUserConfig":{"InviteMessageTemplate":{"EmailSubject":"Come in",
                "EmailMessage":"{username}: {####}"}}""");

        pool.adminCreate("jane", with(EMAIL) + "," + BY_EMAIL);

        assertThat(sent(pool).getFirst().message().subject()).isEqualTo("Come in");
        assertThat(sent(pool).getFirst().message().body()).isEqualTo("jane: " + pool.code("jane"));
    }

    /** Clause D1.9. A text without the password is of no use, and is not delivered. */
    @Test
    void aTextWithoutThePasswordIsNotSent() {
        TestPool pool = server.pool(
                "\"AdminCreateUserConfig\":{\"InviteMessageTemplate\":{\"EmailMessage\":\"Hello {username}\"}}");

        assertThat(pool.adminCreate("jane", with(EMAIL) + "," + BY_EMAIL).fault())
                .isEqualTo("none");
        assertThat(sent(pool)).isEmpty();
    }

    /** Clause F1.4. The row RESEND, user missing. */
    @Test
    void whoIsNotThereCannotBeInvitedAgain() {
        assertThat(server.pool("").adminCreate("jane", RESEND).outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    /** Clauses A4.19, F1.5. The row RESEND, other status. */
    @ParameterizedTest
    @EnumSource(value = UserStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "FORCE_CHANGE_PASSWORD")
    void whoHasNoTemporaryPasswordCannotBeInvitedAgain(UserStatus status) {
        TestPool pool = server.pool("");
        pool.adminCreate("jane", "");
        pool.change("jane", user -> user.withStatus(status, user.modified()));

        assertThat(pool.adminCreate("jane", RESEND).outcome())
                .isEqualTo("UnsupportedUserStateException: "
                        + "Resend not possible. jane status is not FORCE_CHANGE_PASSWORD");
    }

    /** Clauses B2.11, C6.t4, F1.6. The row RESEND ok. */
    @Test
    void whoIsInvitedAgainGetsAnotherPassword() {
        TestPool pool = server.pool("");
        Reply created = pool.adminCreate("jane", with(EMAIL) + "," + BY_EMAIL);
        String earlier = pool.code("jane");
        server.clock().advance(Duration.ofMinutes(1));

        Reply again = pool.adminCreate(
                "jane", with("{\"Name\":\"name\",\"Value\":\"Jane\"}") + "," + RESEND + "," + BY_EMAIL);

        assertThat(again.member("UserStatus")).isEqualTo("FORCE_CHANGE_PASSWORD");
        assertThat(again.body()).doesNotContain("\"name\"").isNotEqualTo(created.body());
        assertThat(sent(pool)).hasSize(2);
        assertThat(pool.code("jane")).isNotEqualTo(earlier);
        assertThat(pool.hasPassword("jane", earlier)).isFalse();
        assertThat(pool.hasPassword("jane", pool.code("jane"))).isTrue();
    }

    /** Clause C6.t4. */
    @Test
    void anotherInvitationMayHoldAGivenPasswordThatMeetsThePolicy() {
        TestPool pool = server.pool("");
        pool.adminCreate("jane", "");

        assertThat(pool.adminCreate("jane", RESEND + ",\"TemporaryPassword\":\"short\"")
                        .outcome())
                .isEqualTo("InvalidPasswordException: "
                        + "Password did not conform with password policy: Password not long enough");
        assertThat(pool.adminCreate("jane", RESEND + ",\"TemporaryPassword\":\"Given-0ne!\"")
                        .fault())
                .isEqualTo("none");
        assertThat(pool.hasPassword("jane", "Given-0ne!")).isTrue();
    }

    /** Clauses A4.4.3, F1.7. The row username exists. */
    @Test
    void aUsernameIsGivenOnce() {
        TestPool pool = server.pool("");
        pool.signUp("jane", "jane@example.com");

        assertThat(pool.adminCreate("jane", "").outcome())
                .isEqualTo("UsernameExistsException: User account already exists");
    }

    /**
     * Clauses B3.t5, F1.8, F1.t4. The row email exists, in a pool of addresses; the username is the sub (clause B3).
     */
    @Test
    void anAddressThatIsTheSignInNameIsGivenOnce() {
        TestPool pool = server.pool("\"UsernameAttributes\":[\"email\"]");

        Reply reply = pool.adminCreate("jane@example.com", BY_EMAIL);

        assertThat(reply.member("Username")).isEqualTo(reply.member("Value"));
        assertThat(reply.body()).contains(EMAIL);
        assertThat(pool.adminCreate("jane@example.com", "").outcome()).isEqualTo(EXISTS);
        assertThat(pool.adminCreate("jane", "").outcome())
                .isEqualTo("InvalidParameterException: Username should be an email.");
        assertThat(server.inbox(pool.id(), reply.member("Username"))).hasSize(1);
    }

    /** Clause F1.8. The row email exists, in a pool of aliases. */
    @Test
    void aVerifiedAliasIsGivenOnce() {
        TestPool pool = server.pool("\"AliasAttributes\":[\"email\"]");
        pool.adminCreate("jane", with(EMAIL, EMAIL_VERIFIED));

        assertThat(pool.adminCreate("john", with(EMAIL, EMAIL_VERIFIED)).outcome())
                .isEqualTo(EXISTS);
        assertThat(pool.adminCreate("john", with(EMAIL)).fault()).isEqualTo("none");
        assertThat(pool.adminGetUser("jane@example.com").member("Username")).isEqualTo("jane");
    }

    /** Clauses B3.t11, F1.9. The row ForceAliasCreation. */
    @Test
    void aVerifiedAliasMovesByForce() {
        TestPool pool = server.pool("\"AliasAttributes\":[\"email\"]");
        pool.adminCreate("jane", with(EMAIL, EMAIL_VERIFIED));

        assertThat(pool.adminCreate("john", with(EMAIL, EMAIL_VERIFIED) + ",\"ForceAliasCreation\":true")
                        .fault())
                .isEqualTo("none");
        assertThat(pool.adminGetUser("jane@example.com").member("Username")).isEqualTo("john");
        assertThat(pool.adminGetUser("jane").body())
                .contains(EMAIL, "{\"Name\":\"email_verified\",\"Value\":\"false\"}");
    }

    /** Clause F1.9. The same row: ignored without a verified address. */
    @Test
    void anUnverifiedAliasDoesNotMove() {
        TestPool pool = server.pool("\"AliasAttributes\":[\"email\"]");
        pool.adminCreate("jane", with(EMAIL, EMAIL_VERIFIED));

        pool.adminCreate("john", with(EMAIL) + ",\"ForceAliasCreation\":true");

        assertThat(pool.adminGetUser("jane@example.com").member("Username")).isEqualTo("jane");
    }

    /** Clause B3. */
    @Test
    void aUsernameMustNotLookLikeAnAlias() {
        assertThat(server.pool("\"AliasAttributes\":[\"email\"]")
                        .adminCreate("jane@example.com", "")
                        .outcome())
                .isEqualTo("InvalidParameterException: Username cannot be of email format, "
                        + "since user pool is configured for email alias.");
    }

    @Test
    void aPreferredUsernameIsAnAliasAtOnceAndGivenOnce() {
        TestPool pool = server.pool("\"AliasAttributes\":[\"preferred_username\"]");
        String preferred = with("{\"Name\":\"preferred_username\",\"Value\":\"duchess\"}");
        pool.adminCreate("jane", preferred);

        assertThat(pool.adminGetUser("duchess").member("Username")).isEqualTo("jane");
        assertThat(pool.adminCreate("john", preferred).outcome())
                .isEqualTo("UsernameExistsException: An account with the given preferred_username already exists.");
    }

    /** Clauses C5.7, F1.10. The row bad temp password; clause C5. */
    @ParameterizedTest
    @CsvSource({"short, Password not long enough", "no-upper-case-1, Password must have uppercase characters"})
    void aTemporaryPasswordMustMeetThePolicy(String password, String reason) {
        TestPool pool = server.pool("");

        assertThat(pool.adminCreate("jane", "\"TemporaryPassword\":\"" + password + "\"")
                        .outcome())
                .isEqualTo("InvalidPasswordException: Password did not conform with password policy: " + reason);
        assertThat(pool.adminGetUser("jane").fault()).isEqualTo("UserNotFoundException");
    }

    /** Clauses A4.13.2, F1.11. The row delivery fails. */
    @Test
    void theUserStaysWhenTheInvitationCannotBeDelivered() {
        TestPool pool = server.pool("");

        assertThat(pool.adminCreate("jane", with(PHONE)).outcome())
                .isEqualTo("CodeDeliveryFailureException: Invalid phone number provided/Unable to send the message. "
                        + "User pool does not have SMS configuration to send messages.");
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("FORCE_CHANGE_PASSWORD");
    }

    /** Clause A12: the model has no LimitExceededException here. */
    @Test
    void theDailyLimitOfEmailsIsAFailureToDeliver() {
        try (TestServer modest = TestServer.start(TestRules.dailyEmails(1))) {
            TestPool pool = modest.pool("");
            pool.adminCreate("john", with(EMAIL) + "," + BY_EMAIL);

            assertThat(pool.adminCreate("jane", with(EMAIL) + "," + BY_EMAIL).outcome())
                    .startsWith("CodeDeliveryFailureException: Exceeded daily email limit");
            assertThat(pool.adminGetUser("jane").fault()).isEqualTo("none");
        }
    }

    /** Clauses B2.2, F1.12. The row of a pool with an OTP first factor; clause B2. */
    @Test
    void whereCodesAreAFirstFactorAUserNeedsNoPassword() {
        TestPool pool = server.pool(
                "\"Policies\":{\"SignInPolicy\":{\"AllowedFirstAuthFactors\":[\"PASSWORD\",\"EMAIL_OTP\"]}}");

        assertThat(pool.adminCreate("jane", with(EMAIL) + "," + BY_EMAIL).member("UserStatus"))
                .isEqualTo("CONFIRMED");
        assertThat(pool.user("jane").password()).isNull();
        assertThat(sent(pool)).isEmpty();
        assertThat(pool.adminCreate("john", "\"TemporaryPassword\":\"Given-0ne!\"")
                        .member("UserStatus"))
                .isEqualTo("FORCE_CHANGE_PASSWORD");
    }

    /** Clause F1.t1. Required attributes are not enforced; clause C3 for the rest. */
    @Test
    void attributesMustFitTheSchemaButNoneIsRequired() {
        TestPool pool = server.pool("\"Schema\":[{\"Name\":\"name\",\"Required\":true}]");

        assertThat(pool.adminCreate("jane", "").fault()).isEqualTo("none");
        assertThat(pool.adminCreate("john", with("{\"Name\":\"custom:x\",\"Value\":\"1\"}"))
                        .outcome())
                .isEqualTo("InvalidParameterException: Attributes did not conform to the schema: "
                        + "custom:x: Attribute does not exist in the schema.\\n");
        assertThat(pool.adminCreate("john", with("{\"Name\":\"email\",\"Value\":\"nowhere\"}"))
                        .outcome())
                .isEqualTo("InvalidParameterException: Invalid email address format.");
        assertThat(pool.adminCreate("john", with("{\"Name\":\"sub\",\"Value\":\"1\"}"))
                        .outcome())
                .isEqualTo("InvalidParameterException: user.sub: Attribute cannot be updated.\\n");
    }

    /** Clauses C3.7, C4.t4. */
    @Test
    void aVerifiedFlagIsReadInAnyCaseAndNeedsItsAttribute() {
        TestPool pool = server.pool("");

        pool.adminCreate("jane", with(EMAIL, "{\"Name\":\"email_verified\",\"Value\":\"True\"}"));
        assertThat(pool.adminGetUser("jane").body()).contains(EMAIL_VERIFIED);
        assertThat(pool.adminCreate("john", with(EMAIL_VERIFIED)).outcome())
                .isEqualTo("InvalidParameterException: Email is required to verify/un-verify an email");
        assertThat(pool.adminCreate("john", with("{\"Name\":\"phone_number_verified\",\"Value\":\"false\"}"))
                        .outcome())
                .isEqualTo("InvalidParameterException: Phone Number is required to verify/un-verify a phone number");
    }

    /** Clauses D3.6, F1.t3, I4.8, I5.2. What the function answers is not looked at. */
    @Test
    void theFunctionsAreAskedInTheirOrder() {
        TestPool pool = server.pool(TestFunction.as("PreSignUp", "CustomMessage", "PostConfirmation"));
        server.function()
                .answers(event -> new TestFunction.Answer(
                        200, event.replace("\"autoConfirmUser\":false", "\"autoConfirmUser\":true")));

        Reply reply = pool.adminCreate(
                "jane",
                with(EMAIL) + "," + BY_EMAIL
                        + ",\"ClientMetadata\":{\"k\":\"v\"},\"ValidationData\":[{\"Name\":\"a\",\"Value\":\"b\"}]");

        assertThat(reply.member("UserStatus")).isEqualTo("FORCE_CHANGE_PASSWORD");
        assertThat(server.function().events()).hasSize(2);
        assertThat(server.function().events().getFirst())
                .contains("\"triggerSource\":\"PreSignUp_AdminCreateUser\"")
                .contains("\"clientId\":\"CLIENT_ID_NOT_APPLICABLE\"")
                .contains("\"userAttributes\":{\"email\":\"jane@example.com\"},\"validationData\":{\"a\":\"b\"}")
                .contains("\"clientMetadata\":{\"k\":\"v\"}");
        assertThat(server.function().events().getLast())
                .contains("\"triggerSource\":\"CustomMessage_AdminCreateUser\"")
                .contains("\"usernameParameter\":\"{username}\"")
                .contains("\"cognito:user_status\":\"FORCE_CHANGE_PASSWORD\"");
    }

    /** Clause F1.t3. */
    @Test
    void aPreSignUpFunctionThatFailsStopsTheCreation() {
        TestPool pool = server.pool(TestFunction.as("PreSignUp"));
        server.function().fails("not her");

        assertThat(pool.adminCreate("jane", "").outcome())
                .isEqualTo("UserLambdaValidationException: PreSignUp failed with error not her.");
        assertThat(pool.adminGetUser("jane").fault()).isEqualTo("UserNotFoundException");
    }

    @Test
    void aCustomMessageFunctionThatFailsDoesNotUndoTheCreation() {
        TestPool pool = server.pool(TestFunction.as("CustomMessage"));
        server.function().fails("no words");

        assertThat(pool.adminCreate("jane", with(EMAIL) + "," + BY_EMAIL).outcome())
                .isEqualTo("UserLambdaValidationException: CustomMessage failed with error no words.");
        assertThat(pool.adminGetUser("jane").fault()).isEqualTo("none");
    }

    /** A new invitation that cannot be written leaves the password of the earlier one good. */
    @Test
    void aCustomMessageFunctionThatFailsLeavesTheEarlierInvitationGood() {
        TestPool pool = server.pool(TestFunction.as("CustomMessage"));
        pool.adminCreate("jane", with(EMAIL) + "," + BY_EMAIL);
        server.function().fails("no words");

        assertThat(pool.adminCreate("jane", RESEND + "," + BY_EMAIL).fault())
                .isEqualTo("UserLambdaValidationException");
        assertThat(pool.hasPassword("jane", pool.code("jane"))).isTrue();
    }

    /** Clause A4.1.1. */
    @Test
    void anUnknownPoolIsToldSo() {
        assertThat(new TestPool(server, "us-east-1_none", "none")
                        .adminCreate("jane", "")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_none does not exist.");
    }
}
