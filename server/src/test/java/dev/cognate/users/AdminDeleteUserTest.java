package dev.cognate.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.domain.UserStatus;
import dev.cognate.store.Crowd;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** AdminDeleteUser, clause by clause of lifecycle F8, over the wire. */
class AdminDeleteUserTest {
    private static final String NO_USER = "UserNotFoundException: User does not exist.";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Clauses A1.t5, F8.t2. */
    @Test
    void theAnswerIsEmptyAndTheUserIsGone() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");

        Reply reply = pool.admin("AdminDeleteUser", "jane");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(pool.adminGetUser("jane").outcome()).isEqualTo(NO_USER);
        assertThat(pool.admin("AdminDeleteUser", "jane").outcome()).isEqualTo(NO_USER);
    }

    /** Clause F8.t1. */
    @ParameterizedTest
    @EnumSource
    void aUserOfAnyStatusIsDeleted(UserStatus status) {
        TestPool pool = server.pool("");
        pool.signUp("jane", "jane@example.com");
        pool.change("jane", user -> user.withStatus(status, user.modified()));
        pool.disable("jane");

        assertThat(pool.admin("AdminDeleteUser", "jane").status()).isEqualTo(200);
        assertThat(pool.adminGetUser("jane").outcome()).isEqualTo(NO_USER);
    }

    @Test
    void unknownUsersAndPoolsAreNamedAsUnknown() {
        assertThat(server.pool("").admin("AdminDeleteUser", "nobody").outcome()).isEqualTo(NO_USER);
        assertThat(server.call("AdminDeleteUser", "{\"UserPoolId\":\"us-east-1_unknown\",\"Username\":\"jane\"}")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_unknown does not exist.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "user_names", "user_search", "codes", "user_events"})
    void nothingIsLeftInAnyTable(String table) {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],\"AliasAttributes\":[\"email\"]");
        pool.signUp("jane", "jane@example.com");
        pool.confirm("jane", pool.code("jane"));
        pool.change("jane", user -> user.withStatus(UserStatus.UNCONFIRMED, user.modified()));
        pool.call("ResendConfirmationCode", "\"Username\":\"jane\",\"UserContextData\":{\"EncodedData\":\"device\"}");
        assertThat(rows(table, pool)).isPositive();

        pool.admin("AdminDeleteUser", "jane");

        assertThat(rows(table, pool)).isZero();
    }

    private static long rows(String table, TestPool pool) {
        Long rows = server.store()
                .read(tx -> tx.first(
                        "SELECT COUNT(*) FROM " + table + " WHERE pool_id = ?", row -> row.number(1), pool.id()));
        return rows == null ? 0 : rows;
    }

    /** Clause B2.21. */
    @Test
    void theUsernameAndTheAliasAreFreeAtOnce() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],\"AliasAttributes\":[\"email\"]");
        String former = pool.signUp("jane", "jane@example.com").member("UserSub");
        pool.confirm("jane", pool.code("jane"));
        pool.admin("AdminDeleteUser", "jane");
        assertThat(pool.adminGetUser("jane@example.com").outcome()).isEqualTo(NO_USER);

        String sub = pool.signUp("jane", "jane@example.com").member("UserSub");

        assertThat(sub).isNotEqualTo(former);
        assertThat(pool.confirm("jane", pool.code("jane")).outcome()).isEqualTo("{}");
        assertThat(pool.adminGetUser("jane@example.com").member("Username")).isEqualTo("jane");
    }

    @Test
    void aCodeOfTheDeletedUserDoesNotConfirmTheNextOfThatName() {
        TestPool pool = server.pool("");
        pool.adminCall("UpdateUserPool", "\"AutoVerifiedAttributes\":[\"email\"]");
        pool.signUp("jane", "jane@example.com");
        String code = pool.code("jane");
        pool.admin("AdminDeleteUser", "jane");
        pool.signUpWith("jane", "[]");

        assertThat(pool.confirm("jane", code).fault()).isEqualTo("ExpiredCodeException");
    }

    @Test
    void theNextOfThatNameHasCountsOfItsOwn() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        for (int request = 1; request <= 6; request++) {
            pool.resend("jane");
        }
        pool.admin("AdminDeleteUser", "jane");
        pool.signUp("jane", "jane@example.com");

        assertThat(pool.resend("jane").status()).isEqualTo(200);
    }

    @Test
    void ofManyWhoDeleteOneUserExactlyOneDoes() throws Exception {
        TestPool pool = server.pool("");
        pool.signUp("jane", "jane@example.com");

        List<String> outcomes =
                Crowd.of(32, _ -> pool.admin("AdminDeleteUser", "jane").status() == 200 ? "deleted" : "refused");

        assertThat(outcomes).containsOnlyOnce("deleted");
    }
}
