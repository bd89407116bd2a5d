package dev.cognate.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestRules;
import dev.cognate.app.TestServer;
import dev.cognate.aws.AwsCredentials;
import dev.cognate.triggers.FunctionHost;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What clients and administrators are told when messages cannot be delivered: lifecycle A4 (delivery faults), A8, A12,
 * D5, E3 rows 17 and 18.
 */
final class DeliveryFaultsTest {
    private static final String PHONE = """
            [{"Name":"phone_number","Value":"+12065550100"}]""";
    private static final String FORBIDDEN =
            "<ErrorResponse><Error><Code>AuthorizationError</Code><Message>no</Message></Error></ErrorResponse>";
    private static final String UNKNOWN_CALLER =
            "<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>no</Message></Error></ErrorResponse>";
    private static final String DAILY = "LimitExceededException: Exceeded daily email limit for the operation or the"
            + " account. If a higher limit is required, please configure your user pool to use your own Amazon SES"
            + " configuration for sending email.";

    private final FunctionHost aws = new FunctionHost();
    private @Nullable TestServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
        aws.close();
    }

    private TestServer sending(SmsWay sms) {
        return started(clock -> new Ways(null, null, sms));
    }

    private TestServer sendingByAws(@Nullable String origination, boolean needsOrigination) {
        return started(clock -> new Ways(
                ses(clock),
                null,
                new SmsWay(
                        new AwsSmsTransport(
                                new AwsSmsSettings(aws.url(), aws.url(), null, origination), credentials(), clock),
                        origination,
                        needsOrigination,
                        false)));
    }

    private SesTransport ses(InstantSource clock) {
        return new SesTransport(new SesSettings(aws.url(), null, "no-reply@example.com"), credentials(), clock);
    }

    private static AwsCredentials credentials() {
        return AwsCredentials.given("AKIDEXAMPLE", "the-secret", null);
    }

    private TestServer started(Function<InstantSource, Ways> ways) {
        TestServer started = TestServer.sending(ways, rules -> rules);
        server = started;
        return started;
    }

    private static TestPool byPhone(TestServer at, String further) {
        return at.pool("""
                "AutoVerifiedAttributes":["phone_number"],\
                "SmsConfiguration":{"SnsCallerArn":"arn:aws:iam::123456789012:role/sms"%s}""".formatted(further));
    }

    private static String describe(TestPool pool) {
        return pool.adminCall("DescribeUserPool", "").body();
    }

    /** Clauses A4.15, D5.t3. */
    @Test
    void aRoleThatMayNotPublishIsToldOnceItIsKnown() {
        aws.answers(403, FORBIDDEN);
        TestServer at = sendingByAws(null, false);
        TestPool pool = byPhone(at, "");

        assertThat(pool.signUpWith("jane", PHONE).status()).isEqualTo(200);
        assertThat(describe(pool)).doesNotContain("SmsConfigurationFailure");
        at.cognate().courier().deliverDue();

        assertThat(pool.resend("jane").outcome())
                .isEqualTo("InvalidSmsRoleAccessPolicyException: Role does not have permission to publish with SNS");
        assertThat(describe(pool)).contains("\"SmsConfigurationFailure\":\"InvalidSmsRoleAccessPolicyException\"");
    }

    /** Clause A4.14. */
    @Test
    void aCallerThatAwsDoesNotKnowIsToldOnceItIsKnown() {
        aws.answers(403, UNKNOWN_CALLER);
        TestServer at = sendingByAws(null, false);
        TestPool pool = byPhone(at, "");
        pool.signUpWith("jane", PHONE);
        at.cognate().courier().deliverDue();

        assertThat(pool.resend("jane").outcome())
                .isEqualTo("InvalidSmsRoleTrustRelationshipException: Role does not have a trust relationship allowing"
                        + " Cognito to assume the role");
        assertThat(describe(pool)).contains("\"SmsConfigurationFailure\":\"InvalidSmsRoleTrustRelationshipException\"");
    }

    /** Clauses A4.16, D5.t3. */
    @Test
    void aCallerThatMayNotSendEmailIsToldOnceItIsKnown() {
        aws.answers(403, "{\"message\":\"no\"}", Map.of("x-amzn-ErrorType", "AccessDeniedException"));
        TestServer at = sendingByAws(null, false);
        TestPool pool = at.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        at.cognate().courier().deliverDue();

        assertThat(pool.resend("jane").outcome())
                .isEqualTo("InvalidEmailRoleAccessPolicyException: Role does not have permission to send email with"
                        + " Amazon SES");
        assertThat(describe(pool)).contains("\"EmailConfigurationFailure\":\"InvalidEmailRoleAccessPolicyException\"");
    }

    /** Clause A8: a name without a user is refused as a user is. */
    @Test
    void aConcealedNameIsRefusedAsAUserIs() {
        aws.answers(403, FORBIDDEN);
        TestServer at = sendingByAws(null, false);
        TestPool pool = byPhone(at, "").concealing();
        pool.signUpWith("jane", PHONE);
        at.cognate().courier().deliverDue();

        Reply user = pool.resend("jane");

        assertThat(user.fault()).isEqualTo("InvalidSmsRoleAccessPolicyException");
        assertThat(pool.resend("nobody").outcome()).isEqualTo(user.outcome());
    }

    /** Clause E1.7. As for any delivery that fails. */
    @Test
    void whoSignsUpWhileTheRoleMayNotPublishIsThereAllTheSame() {
        aws.answers(403, FORBIDDEN);
        TestServer at = sendingByAws(null, false);
        TestPool pool = byPhone(at, "");
        pool.signUpWith("jane", PHONE);
        at.cognate().courier().deliverDue();

        assertThat(pool.signUpWith("john", PHONE).outcome())
                .isEqualTo("InvalidSmsRoleAccessPolicyException: Role does not have permission to publish with SNS");
        assertThat(pool.adminGetUser("john").member("UserStatus")).isEqualTo("UNCONFIRMED");
    }

    @Test
    void whatWasMendedIsFoundOutWithinHalfAMinuteAndForgotten() {
        aws.answers(403, FORBIDDEN);
        TestServer at = sendingByAws(null, false);
        TestPool pool = byPhone(at, "");
        pool.signUpWith("jane", PHONE);
        at.cognate().courier().deliverDue();
        aws.answers(200, "<PublishResponse/>");
        at.clock().advance(Duration.ofSeconds(31));

        assertThat(pool.resend("jane").status()).isEqualTo(200);
        at.cognate().courier().deliverDue();

        assertThat(describe(pool)).doesNotContain("SmsConfigurationFailure");
        assertThat(aws.received()).as("the refused one, then both").hasSize(3);
    }

    @Test
    void anotherPoolIsNotRefusedForThat() {
        aws.answers(403, FORBIDDEN);
        TestServer at = sendingByAws(null, false);
        TestPool pool = byPhone(at, "");
        pool.signUpWith("jane", PHONE);
        at.cognate().courier().deliverDue();

        assertThat(byPhone(at, "").signUpWith("jane", PHONE).status()).isEqualTo(200);
    }

    @Test
    void aNumberThatCannotExistIsRefusedWhereSmsLeave() {
        TestServer at = sendingByAws(null, false);
        TestPool pool = byPhone(at, "");

        assertThat(pool.signUpWith("jane", PHONE.replace("+12065550100", "+1206555"))
                        .outcome())
                .isEqualTo("CodeDeliveryFailureException: Invalid phone number provided/Unable to send the message.");
    }

    @Test
    void anOriginationIdentityMayBeRequired() {
        TestServer at = sendingByAws(null, true);
        TestPool none = byPhone(at, "");
        TestPool own = byPhone(at, """
                ,"EumsSms":{"CallerArn":"arn:aws:iam::123456789012:role/sms","OriginationIdentity":"pool-1"}""");

        assertThat(none.signUpWith("jane", PHONE).outcome())
                .isEqualTo("CodeDeliveryFailureException: Invalid phone number provided/Unable to send the message."
                        + " There is no origination identity to send messages with.");
        assertThat(own.signUpWith("jane", PHONE).status()).isEqualTo(200);
    }

    @Test
    void theServersNumberIsAnOriginationIdentity() {
        TestServer at = sendingByAws("+12065550199", true);

        assertThat(byPhone(at, "").signUpWith("jane", PHONE).status()).isEqualTo(200);
    }

    @Test
    void whileTheSandboxIsOnOnlyVerifiedNumbersGetAnything() {
        TestServer at = sending(new SmsWay(null, null, false, true));
        TestPool pool = byPhone(at, "");
        SandboxNumbers numbers = new SandboxNumbers(at.store(), "123456789012", at.clock());

        assertThat(pool.signUpWith("jane", PHONE).status()).isEqualTo(200);
        assertThat(at.inbox(pool.id(), "jane")).isEmpty();
        assertThat(describe(pool)).contains("\"SmsConfigurationFailure\":\"SNSSandbox\"");
        DeadLetters failed = new DeadLetters(at.store(), at.clock());
        DeadLetter letter = failed.list(10).getFirst();
        assertThat(letter.error())
                .isEqualTo("The SMS sandbox is on and the number is not verified: cognate sms verify <number>");

        numbers.verify("+12065550100");
        failed.retry(letter.id());

        assertThat(at.inbox(pool.id(), "jane")).hasSize(1);
        assertThat(describe(pool)).doesNotContain("SmsConfigurationFailure");
    }

    @Test
    void theSandboxHasTheNumbersOfOneAccount() {
        TestServer at = TestServer.start();
        server = at;
        SandboxNumbers numbers = new SandboxNumbers(at.store(), "123456789012", at.clock());
        SandboxNumbers others = new SandboxNumbers(at.store(), "210987654321", at.clock());
        numbers.verify("+12065550102");
        numbers.verify("+12065550100");
        numbers.verify("+12065550100");

        assertThat(numbers.list()).containsExactly("+12065550100", "+12065550102");
        assertThat(others.list()).isEmpty();
        assertThat(others.remove("+12065550100")).isFalse();
        assertThat(numbers.remove("+12065550100")).isTrue();
        assertThat(numbers.isVerified("+12065550100")).isFalse();
        assertThat(List.of("12065550100", "+1", "+1206555010x")).allSatisfy(wrong -> {
            assertThat(catchMessage(() -> numbers.verify(wrong)))
                    .isEqualTo("Not a phone number as in +12065550100: " + wrong);
        });
    }

    private static String catchMessage(Runnable wrong) {
        try {
            wrong.run();
            return "accepted";
        } catch (IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    @Test
    void emailsOfPoolsWithTheirOwnersAccountMayGoAnotherWay() {
        aws.answers(200, "{}");
        TestServer at = started(clock -> new Ways(null, ses(clock), SmsWay.INBOX));
        TestPool others = at.poolVerifyingEmail();
        TestPool own = at.pool("""
                "AutoVerifiedAttributes":["email"],"EmailConfiguration":{"EmailSendingAccount":"DEVELOPER",\
                "SourceArn":"arn:aws:ses:us-east-1:123456789012:identity/me@example.com"}""");
        others.signUp("jane", "jane@example.com");
        own.signUp("john", "john@example.com");

        assertThat(at.inbox(others.id(), "jane")).hasSize(1);
        assertThat(at.inbox(own.id(), "john")).isEmpty();
        assertThat(aws.received())
                .singleElement()
                .satisfies(call -> assertThat(call.body())
                        .contains("john@example.com")
                        .contains("\"FromEmailAddress\":\"me@example.com\""));
    }

    /** Clause E3.17. Row 17 and clause A8: the last e-mail of a day does not tell which name belongs to a user. */
    @Test
    void theDailyLimitRefusesNamesWithoutAUserAsItRefusesUsers() {
        try (TestServer limited = TestServer.start(TestRules.dailyEmails(2))) {
            TestPool pool = limited.poolVerifyingEmail().concealing();
            pool.signUp("jane", "jane@example.com");

            assertThat(pool.resend("nobody").status())
                    .as("counts like an e-mail")
                    .isEqualTo(200);

            assertThat(pool.resend("jane").outcome()).isEqualTo(DAILY);
            assertThat(pool.resend("nobody").outcome()).isEqualTo(DAILY);
            assertThat(pool.resend("somebody").outcome()).isEqualTo(DAILY);
        }
    }

    /** Row 17 and clause A8: nor does it tell that a user is confirmed. */
    @Test
    void theDailyLimitRefusesConfirmedUsersAsItRefusesOthers() {
        try (TestServer limited = TestServer.start(TestRules.dailyEmails(1))) {
            TestPool pool = limited.poolVerifyingEmail().concealing();
            pool.signUp("jane", "jane@example.com");
            pool.confirm("jane", pool.code("jane"));

            assertThat(pool.resend("jane").outcome()).isEqualTo(DAILY);
        }
    }

    /** Clause A8: where a name's code would go by SMS, the limit on e-mails does not concern it. */
    @Test
    void theDailyLimitDoesNotConcernNamesThatWouldGetAnSms() {
        try (TestServer limited = TestServer.start(TestRules.dailyEmails(1))) {
            limited.poolVerifyingEmail().signUp("john", "john@example.com");
            TestPool pool = byPhone(limited, "").concealing();
            pool.signUpWith("jane", PHONE);

            assertThat(pool.resend("jane").status()).isEqualTo(200);
            assertThat(pool.resend("nobody").status()).isEqualTo(200);
        }
    }
}
