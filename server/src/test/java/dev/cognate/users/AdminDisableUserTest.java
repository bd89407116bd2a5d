package dev.cognate.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** AdminDisableUser, by the clauses of lifecycle F9. */
class AdminDisableUserTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Clauses B2.20, F9.t1. */
    @Test
    void theUserIsDisabledItsStatusStaysAndTheDateMoves() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");
        server.clock().advance(Duration.ofMinutes(1));

        assertThat(pool.admin("AdminDisableUser", "jane").body()).isEqualTo("{}");

        assertThat(pool.adminGetUser("jane").body())
                .contains(
                        "\"Enabled\":false",
                        "\"UserStatus\":\"CONFIRMED\"",
                        "\"UserLastModifiedDate\":" + server.clock().instant().getEpochSecond());
    }

    /** Clause F9.t2. */
    @Test
    void disablingTwiceIsNoError() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");
        pool.admin("AdminDisableUser", "jane");

        assertThat(pool.admin("AdminDisableUser", "jane").body()).isEqualTo("{}");
    }

    /** Clauses A6.s4, F9.t1. */
    @Test
    void tokensAreRevokedAndStaySoWhenTheUserIsEnabledAgain() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");
        String token = pool.accessToken("jane");
        pool.admin("AdminDisableUser", "jane");
        String revoked = "NotAuthorizedException: Access Token has been revoked";

        assertThat(pool.callAs(token, "GetUser", "").outcome()).isEqualTo(revoked);
        pool.admin("AdminEnableUser", "jane");
        assertThat(pool.callAs(token, "GetUser", "").outcome()).isEqualTo(revoked);
        assertThat(pool.callAs(pool.accessToken("jane"), "GetUser", "").status())
                .isEqualTo(200);
    }

    @Test
    void nobodyCannotBeDisabled() {
        TestPool pool = server.pool("");

        assertThat(pool.admin("AdminDisableUser", "nobody").outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
    }
}
