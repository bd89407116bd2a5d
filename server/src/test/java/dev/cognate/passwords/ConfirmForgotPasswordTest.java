package dev.cognate.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.domain.UserStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ConfirmForgotPassword over the wire. Reference: lifecycle E5. */
class ConfirmForgotPasswordTest {
    private static final String NEW = "An0ther-Horse!";
    private static final String WRONG = "CodeMismatchException: Invalid verification code provided, please try again.";
    private static final String EXPIRED = "ExpiredCodeException: Invalid code provided, please request a code again.";
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

    /** A pool with jane, who is confirmed and has proved her e-mail address; made from further members. */
    private static TestPool withJane(String members) {
        TestPool pool =
                server.pool("\"AutoVerifiedAttributes\":[\"email\"]" + (members.isEmpty() ? "" : ",") + members);
        pool.signUp("jane", "jane@example.com");
        pool.confirm("jane", pool.code("jane"));
        return pool;
    }

    /** The same, and she has a code. */
    private static TestPool withForgetfulJane(String members) {
        TestPool pool = withJane(members);
        pool.forgot("jane");
        return pool;
    }

    /** Clause E5.t1. */
    @Test
    void theRightCodeSetsThePassword() {
        TestPool pool = withForgetfulJane("");

        assertThat(pool.confirmForgot("jane", pool.code("jane"), NEW).outcome()).isEqualTo("{}");

        assertThat(pool.hasPassword("jane", NEW)).isTrue();
        assertThat(pool.hasPassword("jane", TestPool.PASSWORD)).isFalse();
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("CONFIRMED");
    }

    /** Clause B2.17. RESET_REQUIRED. */
    @Test
    void whoHadToResetThePasswordIsConfirmedAfterwards() {
        TestPool pool = withJane("");
        pool.admin("AdminResetUserPassword", "jane");

        assertThat(pool.confirmForgot("jane", pool.code("jane"), NEW).outcome()).isEqualTo("{}");
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("CONFIRMED");
    }

    @Test
    void aUserWithoutAPasswordGetsOne() {
        TestPool pool = server.pool(
                "\"Policies\":{\"SignInPolicy\":{\"AllowedFirstAuthFactors\":[\"PASSWORD\",\"EMAIL_OTP\"]}}");
        pool.adminCreate("jane", """
                "UserAttributes":[{"Name":"email","Value":"jane@example.com"},{"Name":"email_verified","Value":"true"}]""");
        assertThat(pool.user("jane").password()).isNull();
        pool.forgot("jane");

        assertThat(pool.confirmForgot("jane", pool.code("jane"), NEW).outcome()).isEqualTo("{}");
        assertThat(pool.hasPassword("jane", NEW)).isTrue();
    }

    /** Clauses A9.t3, E5.t3. */
    @Test
    void aWrongCodeIsAMismatchAndTheRightOneStaysGood() {
        TestPool pool = withForgetfulJane("");

        assertThat(pool.confirmForgot("jane", "guess", NEW).outcome()).isEqualTo(WRONG);
        assertThat(pool.hasPassword("jane", TestPool.PASSWORD)).isTrue();
        assertThat(pool.confirmForgot("jane", pool.code("jane"), NEW).outcome()).isEqualTo("{}");
    }

    /** Clauses A9.3, E5.t3. An hour. */
    @Test
    void aCodeExpiresAfterAnHour() {
        TestPool pool = withForgetfulJane("");
        server.clock().advance(Duration.ofHours(1));

        assertThat(pool.confirmForgot("jane", pool.code("jane"), NEW).outcome()).isEqualTo(EXPIRED);
    }

    /** Clause E5.t3. */
    @Test
    void withoutARequestThereIsNoCode() {
        assertThat(withJane("").confirmForgot("jane", "123456", NEW).outcome()).isEqualTo(EXPIRED);
    }

    /** Clause A9.t2. */
    @Test
    void aCodeIsGoodOnce() {
        TestPool pool = withForgetfulJane("");
        String code = pool.code("jane");
        pool.confirmForgot("jane", code, NEW);

        assertThat(pool.confirmForgot("jane", code, "A-Th1rd-Horse!").outcome()).isEqualTo(EXPIRED);
        assertThat(pool.hasPassword("jane", NEW)).isTrue();
    }

    @Test
    void thePasswordThatAnAdministratorSetsKillsTheCode() {
        TestPool pool = withForgetfulJane("");
        pool.adminSetPassword("jane", "A-Th1rd-Horse!", true);

        assertThat(pool.confirmForgot("jane", pool.code("jane"), NEW).outcome()).isEqualTo(EXPIRED);
        assertThat(pool.hasPassword("jane", "A-Th1rd-Horse!")).isTrue();
    }

    /** Clauses A2.s11, C5.8, E5.t4. The policy is looked at after the code, which stays good. */
    @ParameterizedTest
    @CsvSource({
        "Sh0r!t, Password not long enough",
        "NO-LOWER-CASE-1, Password must have lowercase characters",
        "no-upper-case-1, Password must have uppercase characters",
        "No-Numbers-Here, Password must have numeric characters",
        "NoSymbols123, Password must have symbol characters"
    })
    void aPasswordAgainstThePolicyIsRefusedAndTheCodeStaysGood(String password, String reason) {
        TestPool pool = withForgetfulJane("");
        String code = pool.code("jane");

        assertThat(pool.confirmForgot("jane", "guess", password).outcome()).isEqualTo(WRONG);
        assertThat(pool.confirmForgot("jane", code, password).outcome())
                .isEqualTo("InvalidPasswordException: Password does not conform to policy: " + reason);
        assertThat(pool.confirmForgot("jane", code, NEW).outcome()).isEqualTo("{}");
    }

    /** Clauses A2.s11, C6.t5. */
    @Test
    void aPasswordOfTheHistoryIsRefusedAndTheCodeStaysGood() {
        TestPool pool = withForgetfulJane("\"Policies\":{\"PasswordPolicy\":{\"PasswordHistorySize\":3}}");
        String code = pool.code("jane");

        assertThat(pool.confirmForgot("jane", code, TestPool.PASSWORD).outcome())
                .isEqualTo("PasswordHistoryPolicyViolationException: Password has previously been used");
        assertThat(pool.confirmForgot("jane", code, NEW).outcome()).isEqualTo("{}");
    }

    @Test
    void withoutAHistoryTheSamePasswordIsGoodAgain() {
        TestPool pool = withForgetfulJane("");

        assertThat(pool.confirmForgot("jane", pool.code("jane"), TestPool.PASSWORD)
                        .outcome())
                .isEqualTo("{}");
    }

    /** Clause E5.t2. */
    @Test
    void anUnconfirmedUserIsToldSo() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");

        assertThat(pool.confirmForgot("jane", "123456", NEW).outcome())
                .isEqualTo("UserNotConfirmedException: User is not confirmed.");
    }

    /** Clauses A8.5a, A8.5b. LEGACY. */
    @Test
    void unknownAndDisabledUsersAreToldSo() {
        TestPool pool = withForgetfulJane("");
        pool.disable("jane");

        assertThat(pool.confirmForgot("nobody", "123456", NEW).outcome())
                .isEqualTo("UserNotFoundException: Username/client id combination not found.");
        assertThat(pool.confirmForgot("jane", pool.code("jane"), NEW).outcome())
                .isEqualTo("NotAuthorizedException: User is disabled.");
    }

    /** Clause A8.5c. ENABLED: a mismatch once a code was asked for, expired before. */
    @Test
    void aConcealingClientIsToldOfNobodyWhatItIsToldOfAUser() {
        TestPool pool = withJane("").concealing();

        assertThat(pool.confirmForgot("nobody", "123456", NEW).outcome()).isEqualTo(EXPIRED);
        pool.forgot("nobody");
        assertThat(pool.confirmForgot("nobody", "123456", NEW).outcome()).isEqualTo(WRONG);
    }

    /** Clause A8.5c. ENABLED. */
    @Test
    void aConcealingClientIsNotToldThatAUserIsDisabled() {
        TestPool pool = withForgetfulJane("").concealing();
        pool.disable("jane");

        assertThat(pool.confirmForgot("jane", pool.code("jane"), NEW).outcome()).isEqualTo(EXPIRED);
        pool.forgot("jane");
        assertThat(pool.confirmForgot("jane", "123456", NEW).outcome()).isEqualTo(WRONG);
    }

    /** A state in which no password can be set would tell that the user exists. */
    @Test
    void aConcealingClientIsNotToldAUsersState() {
        TestPool pool = withForgetfulJane("").concealing();
        String code = pool.code("jane");
        pool.change("jane", user -> user.withStatus(UserStatus.FORCE_CHANGE_PASSWORD, user.modified()));

        assertThat(pool.confirmForgot("jane", code, NEW).outcome()).isEqualTo(WRONG);
        assertThat(pool.hasPassword("jane", TestPool.PASSWORD)).isTrue();
    }

    /** Clause A12.3. Requests and tries share twenty. */
    @Test
    void theTwentyFirstCallOfAnHourIsRefused() {
        TestPool pool = withForgetfulJane("");
        for (int i = 1; i < 20; i++) {
            assertThat(pool.confirmForgot("jane", "guess", NEW).fault()).isEqualTo("CodeMismatchException");
        }

        assertThat(pool.confirmForgot("jane", pool.code("jane"), NEW).outcome()).isEqualTo(TOO_MANY);
        assertThat(pool.forgot("jane").outcome()).isEqualTo(TOO_MANY);
    }

    /** Clauses E5.t1, I4.5. */
    @Test
    void theFunctionIsToldOnceThePasswordIsSet() {
        TestPool pool = withForgetfulJane(TestFunction.as("PostConfirmation"));
        server.function().reset();
        server.function().fails("too late");

        assertThat(pool.call("ConfirmForgotPassword", """
                "Username":"jane","ConfirmationCode":"%s","Password":"%s","ClientMetadata":{"k":"v"}""".formatted(pool.code("jane"), NEW))
                        .outcome())
                .isEqualTo("UserLambdaValidationException: PostConfirmation failed with error too late.");

        assertThat(pool.hasPassword("jane", NEW)).isTrue();
        assertThat(server.function().events())
                .singleElement()
                .asString()
                .contains("\"triggerSource\":\"PostConfirmation_ConfirmForgotPassword\"")
                .contains("\"cognito:user_status\":\"CONFIRMED\"")
                .contains("\"clientId\":\"" + pool.client() + "\"")
                .contains("\"clientMetadata\":{\"k\":\"v\"}");
    }

    /** Clause A3.t13. Before everything else, the password's shape. */
    @Test
    void aPasswordWithASpaceIsNoPassword() {
        assertThat(withForgetfulJane("")
                        .confirmForgot("jane", "123456", "An0ther Horse!")
                        .fault())
                .isEqualTo("InvalidParameterException");
    }
}
