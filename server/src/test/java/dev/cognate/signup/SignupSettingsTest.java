package dev.cognate.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestRules;
import dev.cognate.app.TestServer;
import dev.cognate.codes.CodeLimits;
import dev.cognate.messaging.MaskStyle;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the settings of a server change about signing up: limits and masks. Reference: lifecycle A11, A12. */
class SignupSettingsTest {
    private static final String TO_JANE = """
            {"CodeDeliveryDetails":{"AttributeName":"email","DeliveryMedium":"EMAIL","Destination":"j***@e***"}}""";
    private static final String TOO_MANY =
            "LimitExceededException: Attempt limit exceeded, please try after some time.";
    private static final String DAILY_LIMIT =
            "LimitExceededException: Exceeded daily email limit for the operation or the account. If a higher limit is"
                    + " required, please configure your user pool to use your own Amazon SES configuration for sending"
                    + " email.";

    @Test
    void limitsCanBeSwitchedOff() {
        try (TestServer unlimited = TestServer.start(TestRules.limits(CodeLimits.OFF))) {
            TestPool pool = unlimited.poolVerifyingEmail();
            pool.signUp("jane", "jane@example.com");
            for (int request = 1; request <= 20; request++) {
                assertThat(pool.resend("jane").body()).isEqualTo(TO_JANE);
                assertThat(pool.confirm("jane", "wrong").fault()).isEqualTo("CodeMismatchException");
            }
        }
    }

    @Test
    void limitsCanBeChosen() {
        try (TestServer strict = TestServer.start(TestRules.limits(
                CodeLimits.SERVICE.with("ResendConfirmationCode", 1).with("ConfirmSignUp", 2)))) {
            TestPool pool = strict.poolVerifyingEmail();
            pool.signUp("jane", "jane@example.com");

            assertThat(pool.resend("jane").body()).isEqualTo(TO_JANE);
            assertThat(pool.resend("jane").outcome()).isEqualTo(TOO_MANY);
            pool.confirm("jane", "wrong");
            pool.confirm("jane", "wrong");
            assertThat(pool.confirm("jane", pool.code("jane")).outcome()).isEqualTo(TOO_MANY);
        }
    }

    /** Clause A11. */
    @Test
    void addressesCanBeMaskedAsTheDocumentsPrintThem() {
        try (TestServer documented = TestServer.start(TestRules.masks(MaskStyle.DOCUMENTED))) {
            TestPool pool = documented.poolVerifyingEmail();
            pool.signUp("jane", "jane@example.com");

            assertThat(pool.resend("jane").member("Destination")).isEqualTo("j***@e***.com");
            assertThat(pool.concealing().resend("nobody").member("Destination")).isEqualTo("u***@y***.com");
        }
    }

    /** Clauses A4.10.2, A12.8, E3.17. Clauses E3 row 17 and A12. */
    @Test
    void theEmailsOfADayCanBeUsedUp() {
        try (TestServer limited = TestServer.start(TestRules.dailyEmails(2))) {
            TestPool pool = limited.poolVerifyingEmail();
            pool.signUp("jane", "jane@example.com");
            pool.resend("jane");

            assertThat(pool.resend("jane").outcome()).isEqualTo(DAILY_LIMIT);
            assertThat(pool.codes("jane")).hasSize(2);
            assertThat(pool.confirm("jane", pool.code("jane")).outcome())
                    .as("the code that was sent last stays the live one")
                    .isEqualTo("{}");

            limited.clock().advance(Duration.ofHours(21));
            pool.signUp("john", "john@example.com");
            assertThat(pool.codes("john")).as("the day ends at 09:00 UTC").hasSize(1);
        }
    }

    /** Clause A12. */
    @Test
    void aSignUpBeyondTheEmailsOfADayLeavesTheUserWithoutACode() {
        try (TestServer limited = TestServer.start(TestRules.dailyEmails(1))) {
            TestPool pool = limited.poolVerifyingEmail();
            pool.signUp("jane", "jane@example.com");

            assertThat(pool.signUp("john", "john@example.com").outcome()).isEqualTo(DAILY_LIMIT);
            assertThat(pool.adminGetUser("john").member("UserStatus")).isEqualTo("UNCONFIRMED");
            assertThat(List.of(pool.codes("jane").size(), pool.codes("john").size()))
                    .containsExactly(1, 0);
        }
    }
}
