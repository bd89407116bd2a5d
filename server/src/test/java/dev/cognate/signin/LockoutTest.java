package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.INCORRECT;
import static dev.cognate.signin.SigningIn.PASSWORD;
import static dev.cognate.signin.SigningIn.adminBegin;
import static dev.cognate.signin.SigningIn.answer;
import static dev.cognate.signin.SigningIn.begin;
import static dev.cognate.signin.SigningIn.password;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestRules;
import dev.cognate.app.TestServer;
import dev.cognate.mfa.TestApp;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Reference: auth 13. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LockoutTest {
    private static final String LOCKED = "NotAuthorizedException: Password attempts exceeded";

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private TestPool jane() {
        TestPool pool = SigningIn.pool(server, "");
        pool.confirmed("jane", "[]");
        return pool;
    }

    private static void fail(TestPool pool, String username, int times) {
        for (int i = 1; i <= times; i++) {
            assertThat(password(pool, username, "wrong" + i).outcome())
                    .as("try " + i)
                    .isEqualTo(INCORRECT);
        }
    }

    /** Clauses A4.2.13, A12.7, auth 3.s11, auth 12.6, auth 13.t1. */
    @Test
    void afterTheFifthWrongPasswordTheUserIsLockedForASecond() {
        TestPool pool = jane();
        fail(pool, "jane", 5);

        assertThat(password(pool, "jane", "wrong").outcome()).isEqualTo(LOCKED);
        assertThat(password(pool, "jane", PASSWORD).outcome())
                .as("the right password is not told from a wrong one")
                .isEqualTo(LOCKED);
        server.clock().advance(Duration.ofMillis(999));
        assertThat(password(pool, "jane", PASSWORD).outcome()).isEqualTo(LOCKED);
        server.clock().advance(Duration.ofMillis(1));
        assertThat(password(pool, "jane", PASSWORD).status()).isEqualTo(200);
    }

    /** Clauses A12.7, auth 13.t1. */
    @Test
    void eachFurtherWrongPasswordLocksTwiceAsLongAndFifteenMinutesAtMost() {
        TestPool pool = jane();
        fail(pool, "jane", 5);
        long lock = 1;
        for (int wrong = 6; wrong <= 15; wrong++) {
            server.clock().advance(Duration.ofSeconds(lock));
            assertThat(password(pool, "jane", "wrong").outcome())
                    .as("wrong " + wrong)
                    .isEqualTo(INCORRECT);
            lock = Math.min(2 * lock, 900);
            server.clock().advance(Duration.ofSeconds(lock - 1));
            assertThat(password(pool, "jane", "wrong").outcome())
                    .as("a second before the lock of wrong " + wrong + " ends")
                    .isEqualTo(LOCKED);
            server.clock().advance(Duration.ofSeconds(1 - lock));
        }
        assertThat(lock).isEqualTo(900);
    }

    /** Clauses auth 13.t2, auth 7.s7. */
    @Test
    void aSignInEndsTheCount() {
        TestPool pool = jane();
        fail(pool, "jane", 4);
        assertThat(password(pool, "jane", PASSWORD).status()).isEqualTo(200);

        fail(pool, "jane", 5);
    }

    /** Clause auth 13.t2. */
    @Test
    void fifteenMinutesWithoutATryEndTheCount() {
        TestPool pool = jane();
        fail(pool, "jane", 4);
        server.clock().advance(Duration.ofMinutes(15));

        fail(pool, "jane", 5);
    }

    /** Clause auth 13.t3. */
    @Test
    void oneCountIsForAllNamesClientsAndOperations() {
        TestPool pool = SigningIn.pool(server, "\"AliasAttributes\":[\"preferred_username\"]");
        pool.confirmed("jane", "[]");
        pool.adminCall("AdminUpdateUserAttributes", """
            "Username":"jane","UserAttributes":[{"Name":"preferred_username","Value":"jj"}]\
            """);
        TestPool other = SigningIn.through(pool, "");
        fail(pool, "jane", 1);
        fail(other, "jj", 1);
        fail(pool, pool.user("jane").sub().value(), 1);
        assertThat(adminBegin(pool, "ADMIN_USER_PASSWORD_AUTH", "USERNAME", "jane", "PASSWORD", "wrong")
                        .outcome())
                .isEqualTo(INCORRECT);
        assertThat(adminBegin(other, "ADMIN_NO_SRP_AUTH", "USERNAME", "jane", "PASSWORD", "wrong")
                        .outcome())
                .isEqualTo(INCORRECT);

        assertThat(password(other, "jane", PASSWORD).outcome()).isEqualTo(LOCKED);
        assertThat(adminBegin(pool, "ADMIN_USER_PASSWORD_AUTH", "USERNAME", "jane", "PASSWORD", PASSWORD)
                        .outcome())
                .isEqualTo(LOCKED);
    }

    /** Clauses auth 13.t1, auth 13.t3. Right answers on every way in, begun before the lock: none is told from a wrong one. */
    @Test
    void theLockHoldsOnEveryWayIn() {
        TestPool pool = SigningIn.pool(
                server, "\"Policies\":{\"SignInPolicy\":{\"AllowedFirstAuthFactors\":[\"PASSWORD\",\"EMAIL_OTP\"]}}");
        pool.confirmed("jane", "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]");
        Reply byCode = begin(pool, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", "EMAIL_OTP");
        Reply byChoice = begin(pool, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", "PASSWORD");
        SrpClient srp = new SrpClient(pool.pool().shortName(), PASSWORD);
        Reply bySrp = begin(pool, "USER_SRP_AUTH", "USERNAME", "jane", "SRP_A", srp.publicNumber());
        fail(pool, "jane", 5);

        assertThat(code(pool, byCode).outcome()).isEqualTo(LOCKED);
        assertThat(answer(pool, "PASSWORD", byChoice.member("Session"), "USERNAME", "jane", "PASSWORD", PASSWORD)
                        .outcome())
                .isEqualTo(LOCKED);
        assertThat(signature(pool, srp, bySrp).outcome()).isEqualTo(LOCKED);
        assertThat(begin(pool, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", "PASSWORD", "PASSWORD", PASSWORD)
                        .outcome())
                .isEqualTo(LOCKED);
        assertThat(adminBegin(pool, "ADMIN_USER_PASSWORD_AUTH", "USERNAME", "jane", "PASSWORD", PASSWORD)
                        .outcome())
                .isEqualTo(LOCKED);
        server.clock().advance(Duration.ofSeconds(1));
        assertThat(code(pool, byCode).body()).contains("AccessToken");
    }

    private static Reply code(TestPool pool, Reply challenge) {
        String code = pool.code("jane");
        return answer(pool, "EMAIL_OTP", challenge.member("Session"), "USERNAME", "jane", "EMAIL_OTP_CODE", code);
    }

    private Reply signature(TestPool pool, SrpClient client, Reply challenge) {
        String timestamp = SrpClient.timestamp(server.clock().instant());
        return answer(
                pool,
                "PASSWORD_VERIFIER",
                "",
                "USERNAME",
                "jane",
                "PASSWORD_CLAIM_SIGNATURE",
                client.sign(challenge, "jane", timestamp),
                "PASSWORD_CLAIM_SECRET_BLOCK",
                challenge.member("SECRET_BLOCK"),
                "TIMESTAMP",
                timestamp);
    }

    /** Clauses auth 13.t1, auth 13.t4. Beside a password: the right code of the app while locked is not looked at. */
    @Test
    void theLockHoldsForAppsToo() {
        TestPool pool = SigningIn.pool(server, "");
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        pool.confirmed("jane", "[]");
        TestApp app = TestApp.preferred(pool, pool.accessToken("jane"));
        server.clock().advance(Duration.ofMinutes(1));
        String session = password(pool, "jane", PASSWORD).member("Session");
        fail(pool, "jane", 5);

        assertThat(token(pool, session, app.code()).outcome()).isEqualTo(LOCKED);
        server.clock().advance(Duration.ofSeconds(1));
        assertThat(token(pool, session, app.code()).body()).contains("AccessToken");
    }

    private static Reply token(TestPool pool, String session, String code) {
        return answer(pool, "SOFTWARE_TOKEN_MFA", session, "USERNAME", "jane", "SOFTWARE_TOKEN_MFA_CODE", code);
    }

    @Test
    void aNameWithoutAUserIsLockedAlike() {
        TestPool pool = SigningIn.concealing(server, "");
        fail(pool, "nobody", 5);

        assertThat(password(pool, "nobody", "wrong").outcome()).isEqualTo(LOCKED);
        assertThat(password(pool, "someone-else", "wrong").outcome()).isEqualTo(INCORRECT);
        server.clock().advance(Duration.ofSeconds(1));
        assertThat(password(pool, "nobody", "wrong").outcome()).isEqualTo(INCORRECT);
    }

    /** Auth 13: one count by whatever name, as a user's. */
    @Test
    void nobodyIsLockedByTheAddressAndByTheIdTogether() {
        TestPool pool = SigningIn.concealing(server, "\"UsernameAttributes\":[\"email\"]");
        String number = new SrpClient(pool.pool().shortName(), PASSWORD).publicNumber();
        String id = begin(pool, "USER_SRP_AUTH", "USERNAME", "nobody@example.com", "SRP_A", number)
                .member("USER_ID_FOR_SRP");
        fail(pool, "nobody@example.com", 3);
        fail(pool, id, 2);

        assertThat(password(pool, "nobody@example.com", "wrong").outcome()).isEqualTo(LOCKED);
        assertThat(password(pool, id, "wrong").outcome()).isEqualTo(LOCKED);
    }

    @Test
    void ofManyWrongPasswordsAtOnceFiveAreLookedAt() throws Exception {
        TestPool pool = jane();

        List<String> outcomes =
                atOnce(32, i -> password(pool, "jane", "wrong" + i).outcome());

        assertThat(outcomes).filteredOn(INCORRECT::equals).hasSize(5);
        assertThat(outcomes).filteredOn(LOCKED::equals).hasSize(27);
        assertThat(password(pool, "jane", PASSWORD).outcome()).isEqualTo(LOCKED);
    }

    static List<String> atOnce(int number, IntFunction<String> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> calls = IntStream.range(0, number)
                    .<Callable<String>>mapToObj(i -> () -> call.apply(i))
                    .toList();
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    /** "Implement the documented rule, with a switch." */
    @Test
    void theLockCanBeSwitchedOff() {
        try (TestServer open = TestServer.start(TestRules.noLockOut())) {
            TestPool pool = SigningIn.pool(open, "");
            pool.confirmed("jane", "[]");
            for (int wrong = 1; wrong <= 10; wrong++) {
                assertThat(SigningIn.password(pool, "jane", "wrong").outcome()).isEqualTo(SigningIn.INCORRECT);
            }

            assertThat(SigningIn.password(pool, "jane", PASSWORD).body()).contains("AccessToken");
        }
    }
}
