package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.answer;
import static dev.cognate.signin.SigningIn.begin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that were used, at two servers on one database whose clocks differ. Reference: auth 8. */
class UsedSessionsTest {
    private static final String BY_EMAIL =
            "\"Policies\":{\"SignInPolicy\":{\"AllowedFirstAuthFactors\":[\"PASSWORD\",\"EMAIL_OTP\"]}}";

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = TestStores.sqlite(folder);
    }

    private static Reply answerByCode(TestPool pool, Reply asked, String code) {
        return answer(pool, "EMAIL_OTP", asked.member("Session"), "USERNAME", "jane", "EMAIL_OTP_CODE", code);
    }

    /** Clause auth 8.t3. What a server forgets when it stops is nothing. */
    @Test
    void aUsedSessionAndItsCodeStayUsedOnAServerThatStartsLater() {
        Reply asked;
        String code;
        TestPool pool;
        try (TestServer first = TestServer.on(store, rules -> rules)) {
            pool = SigningIn.pool(first, BY_EMAIL);
            pool.confirmed("jane", "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]");
            asked = begin(pool, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", "EMAIL_OTP");
            code = pool.code("jane");
            assertThat(answerByCode(pool, asked, code).body()).contains("AccessToken");
        }

        try (TestServer later = TestServer.on(TestStores.sqlite(folder), rules -> rules)) {
            TestPool same = new TestPool(later, pool.id(), pool.client());
            assertThat(answerByCode(same, asked, code).outcome())
                    .isEqualTo("NotAuthorizedException: Invalid session for the user, session can only be used once.");
            Reply again = begin(same, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", "EMAIL_OTP");
            assertThat(answerByCode(same, again, code).outcome())
                    .as("the code of another session")
                    .isEqualTo("CodeMismatchException: Invalid code or auth state for the user.");
        }
    }

    private long remembered() {
        Long rows = store.read(tx -> tx.first("SELECT COUNT(*) FROM used_sessions", row -> row.number(1)));
        return rows == null ? 0 : rows;
    }

    /** Clause auth 12.8.3. By the first server's clock the session is over, by the other's it is good. */
    @Test
    void aUsedSessionIsRememberedLongerThanClocksDiffer() {
        try (TestServer ahead = TestServer.on(store, rules -> rules);
                TestServer behind = TestServer.on(store, rules -> rules)) {
            TestPool pool = SigningIn.pool(ahead, BY_EMAIL);
            pool.confirmed("jane", "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]");
            Reply asked = begin(pool, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", "EMAIL_OTP");
            String code = pool.code("jane");
            assertThat(answerByCode(pool, asked, code).body()).contains("AccessToken");

            ahead.clock().advance(Duration.ofMinutes(10));
            ahead.rooms().signin().sweep();

            assertThat(answerByCode(new TestPool(behind, pool.id(), pool.client()), asked, code)
                            .outcome())
                    .isEqualTo("NotAuthorizedException: Invalid session for the user, session can only be used once.");
            ahead.clock().advance(Duration.ofHours(1));
            ahead.rooms().signin().sweep();
            assertThat(remembered()).as("an hour later").isZero();
        }
    }
}
