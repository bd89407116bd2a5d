package dev.cognate.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestRules;
import dev.cognate.app.TestServer;
import dev.cognate.codes.CodeLimits;
import dev.cognate.crypto.SecretHash;
import dev.cognate.domain.UserStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** ForgotPassword, row by row, over the wire; its functions are in {@link ForgotPasswordFunctionsTest}. Reference: lifecycle E4. */
class ForgotPasswordTest {
    private static final String TO_JANE = """
            {"CodeDeliveryDetails":{"AttributeName":"email","DeliveryMedium":"EMAIL","Destination":"j***@e***"}}""";
    private static final String TO_PHONE = """
            {"CodeDeliveryDetails":{"AttributeName":"phone_number","DeliveryMedium":"SMS","Destination":"+*******0100"}}""";
    private static final String TO_NOBODY = """
            {"CodeDeliveryDetails":{"AttributeName":"email","DeliveryMedium":"EMAIL","Destination":"u***@y***"}}""";
    private static final String NO_SUCH_USER = "UserNotFoundException: Username/client id combination not found.";
    private static final String NO_ADDRESS =
            "InvalidParameterException: Cannot reset password for the user as there is no "
                    + "registered/verified email or phone_number";
    private static final String WRONG_STATE =
            "NotAuthorizedException: User password cannot be reset in the current state.";
    private static final String TOO_MANY =
            "LimitExceededException: Attempt limit exceeded, please try after some time.";
    private static final String SMS = "\"SmsConfiguration\":{\"SnsCallerArn\":\"arn:aws:iam::123456789012:role/sms\"}";
    private static final String BOTH_VERIFIED = """
            "UserAttributes":[{"Name":"email","Value":"jane@example.com"},{"Name":"email_verified","Value":"true"},
            {"Name":"phone_number","Value":"+12065550100"},{"Name":"phone_number_verified","Value":"true"}],
            "MessageAction":"SUPPRESS\"""";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A pool with jane, who is confirmed and has proved her e-mail address. */
    private static TestPool withJane() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        pool.confirm("jane", pool.code("jane"));
        return pool;
    }

    /** A pool with such recovery mechanisms and jane, who has proved both of her addresses. */
    private static TestPool recoveringBy(String mechanisms) {
        TestPool pool = server.pool("\"AccountRecoverySetting\":{\"RecoveryMechanisms\":[" + mechanisms + "]}," + SMS);
        pool.adminCreate("jane", BOTH_VERIFIED);
        pool.adminSetPassword("jane", TestPool.PASSWORD, true);
        return pool;
    }

    private static String mechanism(int priority, String name) {
        return "{\"Priority\":" + priority + ",\"Name\":\"" + name + "\"}";
    }

    /** Clauses A9.3, D2.2, E4.1. The row CONFIRMED with a verified target; the text is that of clause D2. */
    @Test
    void aConfirmedUserIsSentACode() {
        TestPool pool = withJane();

        assertThat(pool.forgot("jane").outcome()).isEqualTo(TO_JANE);

        assertThat(server.inbox(pool.id(), "jane").getFirst()).satisfies(newest -> {
            assertThat(newest.message().triggerSource()).isEqualTo("CustomMessage_ForgotPassword");
            assertThat(newest.message().destination()).isEqualTo("jane@example.com");
            assertThat(newest.message().body())
                    .isEqualTo("Your password reset code is " + newest.message().code());
        });
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("CONFIRMED");
    }

    /** Clauses D3.3, K.9. A code, also where sign-ups are confirmed by link. */
    @Test
    void theMessageNeverHoldsALink() {
        TestPool pool = server.pool("""
                "AutoVerifiedAttributes":["email"],
                "VerificationMessageTemplate":{"DefaultEmailOption":"CONFIRM_WITH_LINK"}""");
        pool.signUp("jane", "jane@example.com");
        pool.confirm("jane", pool.code("jane"));

        assertThat(pool.forgot("jane").outcome()).isEqualTo(TO_JANE);
        assertThat(server.inbox(pool.id(), "jane").getFirst().message().link()).isNull();
    }

    /** Clauses B2.18, E4.t5. */
    @Test
    void theOldPasswordStaysGoodUntilTheCodeComesBack() {
        TestPool pool = withJane();

        pool.forgot("jane");

        assertThat(pool.hasPassword("jane", TestPool.PASSWORD)).isTrue();
    }

    /** Clauses A9.t1, E4.t5. */
    @Test
    void aSecondRequestReplacesTheCode() {
        TestPool pool = withJane();
        pool.forgot("jane");
        String earlier = pool.code("jane");
        pool.forgot("jane");
        String later = pool.code("jane");

        assertThat(pool.confirmForgot("jane", earlier, "An0ther-Horse!").fault())
                .isEqualTo("CodeMismatchException");
        assertThat(pool.confirmForgot("jane", later, "An0ther-Horse!").outcome())
                .isEqualTo("{}");
    }

    /** Clause E4.2. The row RESET_REQUIRED. */
    @Test
    void aUserWhoMustResetThePasswordIsSentACode() {
        TestPool pool = withJane();
        pool.admin("AdminResetUserPassword", "jane");

        assertThat(pool.forgot("jane").outcome()).isEqualTo(TO_JANE);
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("RESET_REQUIRED");
    }

    /** Clauses A4.17.2, E4.3. The row without a verified target. */
    @Test
    void whoHasProvedNoAddressGetsNoCode() {
        TestPool pool = server.pool("");
        pool.signUp("jane", "jane@example.com");
        pool.admin("AdminConfirmSignUp", "jane");

        assertThat(pool.forgot("jane").outcome()).isEqualTo(NO_ADDRESS);
        assertThat(server.inbox(pool.id(), "jane")).isEmpty();
    }

    /** Clauses B2.9, E4.3. The row UNCONFIRMED. */
    @Test
    void anUnconfirmedUserGetsNoCode() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");

        assertThat(pool.forgot("jane").outcome()).isEqualTo(NO_ADDRESS);
    }

    /** Clauses A4.2.10, B2.13, B2.19, E4.4, E4.5. The rows FORCE_CHANGE_PASSWORD and EXTERNAL_PROVIDER. */
    @ParameterizedTest
    @EnumSource(
            value = UserStatus.class,
            names = {"FORCE_CHANGE_PASSWORD", "EXTERNAL_PROVIDER"})
    void inSomeStatesThereIsNothingToReset(UserStatus status) {
        TestPool pool = withJane();
        pool.change("jane", user -> user.withStatus(status, user.modified()));

        assertThat(pool.forgot("jane").outcome()).isEqualTo(WRONG_STATE);
    }

    /** Clauses A4.3.1, A8.4a, E4.6, K.2. The row unknown, LEGACY. */
    @Test
    void anUnknownUserIsNotFound() {
        assertThat(withJane().forgot("nobody").outcome()).isEqualTo(NO_SUCH_USER);
    }

    /** Clauses A4.2.9, A8.4b, E4.8. The row disabled, LEGACY. */
    @Test
    void aDisabledUserIsToldSo() {
        TestPool pool = withJane();
        pool.disable("jane");

        assertThat(pool.forgot("jane").outcome()).isEqualTo("NotAuthorizedException: User is disabled.");
    }

    /** Clauses A8.4c, E4.7. The row unknown, ENABLED; clause A8. */
    @Test
    void aConcealingClientIsToldOfADeliveryToNobody() {
        TestPool pool = withJane().concealing();

        assertThat(pool.forgot("nobody").outcome()).isEqualTo(TO_NOBODY);
        assertThat(server.inbox(pool.id(), "nobody")).isEmpty();
    }

    /** Clause A8.4c. Disabled, ENABLED. */
    @Test
    void aConcealingClientIsNotToldThatAUserIsDisabled() {
        TestPool pool = withJane();
        pool.disable("jane");

        assertThat(pool.concealing().forgot("jane").outcome()).isEqualTo(TO_NOBODY);
        assertThat(pool.codes("jane")).hasSize(1);
    }

    /** Clause A8.t1. The row without a verified target, ENABLED; the other states are concealed alike (A8). */
    @ParameterizedTest
    @EnumSource(
            value = UserStatus.class,
            names = {"UNCONFIRMED", "FORCE_CHANGE_PASSWORD", "EXTERNAL_PROVIDER"})
    void aConcealingClientIsNotToldAUsersState(UserStatus status) {
        TestPool pool = withJane();
        pool.change("jane", user -> user.withStatus(status, user.modified()));

        assertThat(pool.concealing().forgot("jane").outcome()).isEqualTo(TO_NOBODY);
        assertThat(pool.codes("jane")).hasSize(1);
    }

    /** Clauses A8.4c, E4.3. */
    @Test
    void aConcealingClientIsNotToldThatAUserHasProvedNoAddress() {
        TestPool pool = server.pool("");
        pool.signUp("jane", "jane@example.com");
        pool.admin("AdminConfirmSignUp", "jane");

        assertThat(pool.concealing().forgot("jane").outcome()).isEqualTo(TO_NOBODY);
    }

    /** Clause A8.s1. The medium is the one that the pool's first mechanism would choose. */
    @Test
    void theInventedDeliveryFollowsTheRecoverySetting() {
        TestPool phoneFirst = recoveringBy(mechanism(1, "verified_phone_number") + "," + mechanism(2, "verified_email"))
                .concealing();
        TestPool emailFirst = recoveringBy(mechanism(2, "verified_phone_number") + "," + mechanism(1, "verified_email"))
                .concealing();

        assertThat(phoneFirst.forgot("nobody").member("DeliveryMedium")).isEqualTo("SMS");
        assertThat(phoneFirst.forgot("nobody").outcome())
                .isEqualTo(phoneFirst.forgot("nobody").outcome());
        assertThat(emailFirst.forgot("nobody").outcome()).isEqualTo(TO_NOBODY);
        assertThat(emailFirst.forgot("+12065550100").outcome()).isEqualTo(TO_PHONE);
    }

    /** Clause E4.t1. */
    @Test
    void theMechanismOfTheFirstPriorityIsUsed() {
        assertThat(recoveringBy(mechanism(2, "verified_phone_number") + "," + mechanism(1, "verified_email"))
                        .forgot("jane")
                        .outcome())
                .isEqualTo(TO_JANE);
        assertThat(recoveringBy(mechanism(1, "verified_phone_number") + "," + mechanism(2, "verified_email"))
                        .forgot("jane")
                        .outcome())
                .isEqualTo(TO_PHONE);
    }

    /** Clause E4.t1. */
    @Test
    void anAddressThatIsNotProvedIsPassedOver() {
        TestPool pool = recoveringBy(mechanism(1, "verified_phone_number") + "," + mechanism(2, "verified_email"));
        pool.change("jane", user -> user.withAttribute("phone_number_verified", "false", user.modified()));

        assertThat(pool.forgot("jane").outcome()).isEqualTo(TO_JANE);
    }

    /** Clauses A2.s6, A4.2.11, E4.t4. Everybody is told so, whether they exist or not: it is a rule of the pool. */
    @Test
    void whereOnlyAnAdministratorHelpsEverybodyIsToldSo() {
        TestPool pool = recoveringBy(mechanism(1, "admin_only"));

        assertThat(pool.forgot("jane").outcome())
                .isEqualTo("NotAuthorizedException: Contact administrator to reset password.");
        assertThat(pool.concealing().forgot("nobody").outcome())
                .isEqualTo("NotAuthorizedException: Contact administrator to reset password.");
    }

    /** Clauses A12.3, E4.10. The row limit; clause A12. */
    @Test
    void theSixthRequestOfAnHourIsRefused() {
        TestPool pool = withJane();
        for (int i = 0; i < 5; i++) {
            assertThat(pool.forgot("jane").fault()).isEqualTo("none");
        }
        assertThat(pool.forgot("jane").outcome()).isEqualTo(TOO_MANY);

        server.clock().advance(Duration.ofHours(1));

        assertThat(pool.forgot("jane").fault()).isEqualTo("none");
    }

    /** Clause A8: a name without a user is limited as one with a user. */
    @Test
    void theSixthRequestForNobodyIsRefusedToo() {
        TestPool pool = withJane().concealing();
        for (int i = 0; i < 5; i++) {
            pool.forgot("nobody");
        }

        assertThat(pool.forgot("nobody").outcome()).isEqualTo(TOO_MANY);
    }

    /** Clause A12.3. Requests and tries share one limit. */
    @Test
    void triesUseUpTheLimitOfRequests() {
        try (TestServer small =
                TestServer.start(TestRules.limits(CodeLimits.SERVICE.with("ConfirmForgotPassword", 4)))) {
            TestPool pool = small.poolVerifyingEmail();
            pool.signUp("jane", "jane@example.com");
            pool.confirm("jane", pool.code("jane"));
            pool.forgot("jane");
            for (int i = 0; i < 3; i++) {
                assertThat(pool.confirmForgot("jane", "guess", "An0ther-Horse!").fault())
                        .isEqualTo("CodeMismatchException");
            }

            assertThat(pool.confirmForgot("jane", pool.code("jane"), "An0ther-Horse!")
                            .outcome())
                    .isEqualTo(TOO_MANY);
            assertThat(pool.forgot("jane").outcome()).isEqualTo(TOO_MANY);
        }
    }

    /** Clause A5.2. */
    @Test
    void theSecretHashIsChecked() {
        TestPool pool = withJane();
        var client = pool.newClient("\"GenerateSecret\":true");
        TestPool secret = pool.through(client.member("ClientId"));
        String hash = SecretHash.of(client.member("ClientSecret"), "jane", secret.client());

        assertThat(secret.forgot("jane").outcome())
                .isEqualTo("NotAuthorizedException: Client " + secret.client()
                        + " is configured with secret but SECRET_HASH was not received");
        assertThat(secret.call("ForgotPassword", "\"Username\":\"jane\",\"SecretHash\":\"" + hash + "\"")
                        .outcome())
                .isEqualTo(TO_JANE);
    }

    /** Clause A7.2. */
    @Test
    void anActiveAliasFindsTheUser() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],\"AliasAttributes\":[\"email\"]");
        pool.signUp("jane", "jane@example.com");
        pool.confirm("jane", pool.code("jane"));

        assertThat(pool.forgot("jane@example.com").outcome()).isEqualTo(TO_JANE);
    }

    /** Clause A4.1.2. */
    @Test
    void anUnknownClientIsNotFound() {
        assertThat(withJane().through("1example23456789").forgot("jane").outcome())
                .isEqualTo("ResourceNotFoundException: User pool client 1example23456789 does not exist.");
    }
}
