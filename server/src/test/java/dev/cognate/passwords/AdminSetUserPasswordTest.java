package dev.cognate.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.domain.UserStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** AdminSetUserPassword over the wire. Reference: lifecycle F3. */
class AdminSetUserPasswordTest {
    private static final String NEW = "An0ther-Horse!";
    private static final String USED = "PasswordHistoryPolicyViolationException: Password has previously been used";

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
        pool.signUp("jane", "jane@example.com");
        return pool;
    }

    private static TestPool withHistory(int size, String members) {
        return withJane("\"Policies\":{\"PasswordPolicy\":{\"PasswordHistorySize\":" + size + "}}" + members);
    }

    /** Clauses B2.7, B2.16, F3.t1. */
    @ParameterizedTest
    @EnumSource(UserStatus.class)
    void aPermanentPasswordConfirmsAUserOfAnyStatus(UserStatus status) {
        TestPool pool = withJane("");
        pool.change("jane", user -> user.withStatus(status, user.modified()));

        assertThat(pool.adminSetPassword("jane", NEW, true).outcome()).isEqualTo("{}");

        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("CONFIRMED");
        assertThat(pool.hasPassword("jane", NEW)).isTrue();
        assertThat(pool.hasPassword("jane", TestPool.PASSWORD)).isFalse();
    }

    /** Clauses B2.15, F3.t2. */
    @ParameterizedTest
    @EnumSource(UserStatus.class)
    void aTemporaryPasswordIsToBeReplacedByAUserOfAnyStatus(UserStatus status) {
        TestPool pool = withJane("");
        pool.change("jane", user -> user.withStatus(status, user.modified()));

        assertThat(pool.adminSetPassword("jane", NEW, false).outcome()).isEqualTo("{}");

        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("FORCE_CHANGE_PASSWORD");
        assertThat(pool.hasPassword("jane", NEW)).isTrue();
    }

    /** Clause B2.15. */
    @Test
    void aPasswordIsTemporaryUnlessSaidOtherwise() {
        TestPool pool = withJane("");

        pool.adminCall("AdminSetUserPassword", "\"Username\":\"jane\",\"Password\":\"" + NEW + "\"");

        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("FORCE_CHANGE_PASSWORD");
    }

    /** Clause F3.t3. No message, no function. */
    @Test
    void nobodyIsTold() {
        TestPool pool = withJane("\"AutoVerifiedAttributes\":[\"email\"],"
                + TestFunction.as("PreSignUp", "PostConfirmation", "CustomMessage"));
        server.function().reset();

        pool.adminSetPassword("jane", NEW, true);
        pool.adminSetPassword("jane", NEW, false);

        assertThat(server.function().events()).isEmpty();
        assertThat(server.inbox(pool.id(), "jane")).hasSize(1);
    }

    /** Clauses C5.8, F3.t4. */
    @Test
    void aPasswordAgainstThePolicyIsRefused() {
        TestPool pool = withJane("");

        assertThat(pool.adminSetPassword("jane", "short", true).outcome())
                .isEqualTo("InvalidPasswordException: Password does not conform to policy: Password not long enough");
        assertThat(pool.adminSetPassword("jane", "no-upper-case-1", false).outcome())
                .isEqualTo("InvalidPasswordException: Password does not conform to policy: "
                        + "Password must have uppercase characters");
        assertThat(pool.hasPassword("jane", TestPool.PASSWORD)).isTrue();
    }

    @Test
    void anUnknownUserAndAnUnknownPoolAreToldSo() {
        TestPool pool = withJane("");

        assertThat(pool.adminSetPassword("nobody", NEW, true).outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(new TestPool(server, "us-east-1_none", "none")
                        .adminSetPassword("jane", NEW, true)
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_none does not exist.");
    }

    /** Clauses A4.9, C6.t5. The present password counts as one of them. */
    @Test
    void theLastPasswordsMayNotBeTakenAgain() {
        TestPool pool = withHistory(2, "");
        pool.adminSetPassword("jane", "Number-2-Horse!", true);

        assertThat(pool.adminSetPassword("jane", "Number-2-Horse!", true).outcome())
                .isEqualTo(USED);
        assertThat(pool.adminSetPassword("jane", TestPool.PASSWORD, true).outcome())
                .isEqualTo(USED);

        assertThat(pool.adminSetPassword("jane", "Number-3-Horse!", true).outcome())
                .isEqualTo("{}");
        assertThat(pool.adminSetPassword("jane", TestPool.PASSWORD, true).outcome())
                .isEqualTo("{}");
    }

    /** Clause C6.t6. Temporary ones are neither refused nor remembered. */
    @Test
    void temporaryPasswordsHaveNoHistory() {
        TestPool pool = withHistory(1, "");

        assertThat(pool.adminSetPassword("jane", TestPool.PASSWORD, false).outcome())
                .isEqualTo("{}");
        assertThat(pool.adminSetPassword("jane", NEW, false).outcome()).isEqualTo("{}");
        assertThat(pool.adminSetPassword("jane", NEW, true).outcome()).isEqualTo("{}");
        assertThat(pool.adminSetPassword("jane", NEW, true).outcome()).isEqualTo(USED);
    }

    /** Clause C6: a password that a temporary one replaced was a real one. */
    @Test
    void aTemporaryPasswordDoesNotHideTheOneBefore() {
        TestPool pool = withHistory(1, "");
        pool.adminSetPassword("jane", NEW, false);

        assertThat(pool.adminSetPassword("jane", TestPool.PASSWORD, true).outcome())
                .isEqualTo(USED);
    }

    /** Clause C6: Essentials and Plus only. */
    @Test
    void theTierLiteHasNoHistory() {
        TestPool pool = withHistory(2, ",\"UserPoolTier\":\"LITE\"");

        assertThat(pool.adminSetPassword("jane", TestPool.PASSWORD, true).outcome())
                .isEqualTo("{}");
    }

    @Test
    void whatIsRememberedIsTheHistoryAndNothingElse() {
        TestPool pool = withHistory(2, "");
        for (int i = 0; i < 4; i++) {
            pool.adminSetPassword("jane", "Number-" + i + "-Horse!", true);
        }

        assertThat(remembered(pool)).isEqualTo(2);
        pool.admin("AdminDeleteUser", "jane");
        assertThat(remembered(pool)).isZero();
    }

    @Test
    void withoutAHistoryNothingIsRemembered() {
        TestPool pool = withJane("");
        pool.adminSetPassword("jane", NEW, true);

        assertThat(remembered(pool)).isZero();
    }

    private static long remembered(TestPool pool) {
        return server.store()
                .<Long>read(tx -> tx.list(
                                "SELECT COUNT(*) FROM former_passwords WHERE pool_id = ?",
                                row -> row.number(1),
                                pool.id())
                        .getFirst());
    }
}
