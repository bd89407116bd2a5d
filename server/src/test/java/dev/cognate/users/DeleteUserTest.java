package dev.cognate.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** DeleteUser, by the clauses of lifecycle E12. */
class DeleteUserTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Clauses A1.t5, B2.21, E12.t1. */
    @Test
    void theUserIsGoneTheAnswerIsEmptyAndTheNameIsFree() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");
        String token = pool.accessToken("jane");

        var reply = pool.callAs(token, "DeleteUser", "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(pool.adminGetUser("jane").outcome()).isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(pool.signUp("jane", "jane@example.com").status()).isEqualTo(200);
    }

    /** Clause E12.t2. */
    @Test
    void itsTokensAreOfNoUseAfterwards() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");
        String token = pool.accessToken("jane");
        String other = pool.accessToken("jane");
        pool.callAs(token, "DeleteUser", "");

        for (String each : new String[] {token, other}) {
            assertThat(pool.callAs(each, "DeleteUser", "").outcome())
                    .isEqualTo("UserNotFoundException: User does not exist.");
        }
    }

    /** Clause E12.t3. */
    @Test
    void deletionProtectionOfThePoolDoesNotProtectUsers() {
        TestPool pool = server.pool("\"DeletionProtection\":\"ACTIVE\"");
        pool.confirmed("jane", "[]");

        assertThat(pool.callAs(pool.accessToken("jane"), "DeleteUser", "").status())
                .isEqualTo(200);
    }

    @Test
    void nothingOfTheUserIsLeftBehind() {
        TestPool pool = server.pool(VerifyUserAttributeTest.WAITING);
        pool.confirmed("jane", "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]");
        String token = pool.accessToken("jane");
        UpdateUserAttributesTest.update(pool, token, "email", "new@example.com");

        pool.callAs(token, "DeleteUser", "");

        for (String table :
                new String[] {"users", "user_names", "user_search", "codes", "sign_ins", "pending_attributes"}) {
            assertThat(server.store()
                            .<Long>read(tx -> tx.list(
                                            "SELECT COUNT(*) FROM " + table + " WHERE pool_id = ?",
                                            row -> row.number(1),
                                            pool.id())
                                    .getFirst()))
                    .as(table)
                    .isZero();
        }
    }
}
