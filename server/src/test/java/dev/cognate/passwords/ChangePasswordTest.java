package dev.cognate.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.domain.UserStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** ChangePassword over the wire. Reference: lifecycle E10. */
class ChangePasswordTest {
    private static final String NEW = "An0ther-Horse!";
    private static final String INCORRECT = "NotAuthorizedException: Incorrect username or password.";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestPool withJane(String members) {
        TestPool pool = server.pool(members);
        pool.confirmed("jane", "[]");
        return pool;
    }

    private static Reply change(TestPool pool, String token, String previous, String proposed) {
        return pool.callAs(
                token,
                "ChangePassword",
                "\"PreviousPassword\":\"" + previous + "\",\"ProposedPassword\":\"" + proposed + "\"");
    }

    @Test
    void whoKnowsThePresentPasswordSetsAnotherOne() {
        TestPool pool = withJane("");
        String token = pool.accessToken("jane");

        assertThat(change(pool, token, TestPool.PASSWORD, NEW).outcome()).isEqualTo("{}");

        assertThat(pool.hasPassword("jane", NEW)).isTrue();
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("CONFIRMED");
    }

    /** Clause E10.t5. */
    @Test
    void theTokenStaysGood() {
        TestPool pool = withJane("");
        String token = pool.accessToken("jane");
        change(pool, token, TestPool.PASSWORD, NEW);

        assertThat(pool.callAs(token, "GetUser", "").fault()).isEqualTo("none");
        assertThat(change(pool, token, NEW, TestPool.PASSWORD).outcome()).isEqualTo("{}");
    }

    /** Clause E10.t4. */
    @Test
    void theSamePasswordIsGoodAgainWithoutAHistory() {
        TestPool pool = withJane("");

        assertThat(change(pool, pool.accessToken("jane"), TestPool.PASSWORD, TestPool.PASSWORD)
                        .outcome())
                .isEqualTo("{}");
    }

    /** Clauses A4.2.12, E10.t1. */
    @Test
    void aWrongOrMissingPresentPasswordIsRefused() {
        TestPool pool = withJane("");
        String token = pool.accessToken("jane");

        assertThat(change(pool, token, "Wr0ng-Horse!", NEW).outcome()).isEqualTo(INCORRECT);
        assertThat(pool.callAs(token, "ChangePassword", "\"ProposedPassword\":\"" + NEW + "\"")
                        .outcome())
                .isEqualTo(INCORRECT);
        assertThat(pool.hasPassword("jane", TestPool.PASSWORD)).isTrue();
    }

    /** Clause E10.t6. For users without a password the present one may be left out. */
    @Test
    void aUserWithoutAPasswordSetsTheFirstOne() {
        TestPool pool = server.pool(
                "\"Policies\":{\"SignInPolicy\":{\"AllowedFirstAuthFactors\":[\"PASSWORD\",\"EMAIL_OTP\"]}}");
        pool.adminCreate("jane", "");

        assertThat(pool.callAs(pool.accessToken("jane"), "ChangePassword", "\"ProposedPassword\":\"" + NEW + "\"")
                        .outcome())
                .isEqualTo("{}");
        assertThat(pool.hasPassword("jane", NEW)).isTrue();
    }

    /** Clauses C5.8, E10.t3. Clause C5; the present password comes first. */
    @Test
    void aPasswordAgainstThePolicyIsRefused() {
        TestPool pool = withJane("");
        String token = pool.accessToken("jane");

        assertThat(change(pool, token, "Wr0ng-Horse!", "short").outcome()).isEqualTo(INCORRECT);
        assertThat(change(pool, token, TestPool.PASSWORD, "short").outcome())
                .isEqualTo("InvalidPasswordException: Password does not conform to policy: Password not long enough");
    }

    /** Clause C6.t5. */
    @Test
    void aPasswordOfTheHistoryIsRefused() {
        TestPool pool = withJane("\"Policies\":{\"PasswordPolicy\":{\"PasswordHistorySize\":2}}");
        String token = pool.accessToken("jane");
        change(pool, token, TestPool.PASSWORD, NEW);

        assertThat(change(pool, token, NEW, TestPool.PASSWORD).outcome())
                .isEqualTo("PasswordHistoryPolicyViolationException: Password has previously been used");
        assertThat(change(pool, token, NEW, "A-Th1rd-Horse!").outcome()).isEqualTo("{}");
    }

    /** Clauses A12.4, E10.t2. */
    @Test
    void theSixthCallOfAnHourIsRefused() {
        TestPool pool = withJane("");
        String token = pool.accessToken("jane");
        for (int i = 0; i < 5; i++) {
            assertThat(change(pool, token, "Wr0ng-Horse!", NEW).outcome()).isEqualTo(INCORRECT);
        }

        assertThat(change(pool, token, TestPool.PASSWORD, NEW).outcome())
                .isEqualTo("LimitExceededException: Attempt limit exceeded, please try after some time.");
        server.clock().advance(Duration.ofHours(1));
        assertThat(change(pool, pool.accessToken("jane"), TestPool.PASSWORD, NEW)
                        .outcome())
                .isEqualTo("{}");
    }

    /** A code to set another password is dead once there is another password. */
    @Test
    void aChangedPasswordKillsTheCodeOfTheForgottenOne() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        pool.confirm("jane", pool.code("jane"));
        pool.forgot("jane");
        change(pool, pool.accessToken("jane"), TestPool.PASSWORD, NEW);

        assertThat(pool.confirmForgot("jane", pool.code("jane"), "A-Th1rd-Horse!")
                        .fault())
                .isEqualTo("ExpiredCodeException");
    }

    /** A temporary password is replaced by signing in with it; who signs in elsewhere has none. */
    @Test
    void inOtherStatesThePasswordIsNotChangedHere() {
        TestPool pool = withJane("");
        String token = pool.accessToken("jane");

        for (UserStatus status : new UserStatus[] {UserStatus.FORCE_CHANGE_PASSWORD, UserStatus.EXTERNAL_PROVIDER}) {
            pool.change("jane", user -> user.withStatus(status, user.modified()));
            assertThat(change(pool, token, TestPool.PASSWORD, NEW).outcome())
                    .isEqualTo("NotAuthorizedException: User password cannot be reset in the current state.");
        }
    }

    /** Clause A6. */
    @Test
    void withoutAGoodTokenNothingIsChanged() {
        TestPool pool = withJane("");
        String token = pool.accessToken("jane");

        assertThat(change(pool, "no-token", TestPool.PASSWORD, NEW).outcome())
                .isEqualTo("NotAuthorizedException: Invalid Access Token");
        pool.change("jane", user -> user.withStatus(UserStatus.RESET_REQUIRED, user.modified()));
        assertThat(change(pool, token, TestPool.PASSWORD, NEW).outcome())
                .isEqualTo("PasswordResetRequiredException: Password reset required for the user");
    }
}
