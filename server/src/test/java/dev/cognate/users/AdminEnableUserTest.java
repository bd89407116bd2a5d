package dev.cognate.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** AdminEnableUser, by the clauses of lifecycle F9. */
class AdminEnableUserTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Clause B2.20. */
    @Test
    void aDisabledUserIsEnabled() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");
        pool.admin("AdminDisableUser", "jane");

        assertThat(pool.admin("AdminEnableUser", "jane").body()).isEqualTo("{}");

        assertThat(pool.adminGetUser("jane").body()).contains("\"Enabled\":true", "\"UserStatus\":\"CONFIRMED\"");
    }

    /** Clause F9.t2. */
    @Test
    void enablingAnEnabledUserIsNoErrorAndEndsNoToken() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");
        String token = pool.accessToken("jane");

        assertThat(pool.admin("AdminEnableUser", "jane").body()).isEqualTo("{}");
        assertThat(pool.callAs(token, "GetUser", "").status()).isEqualTo(200);
    }

    @Test
    void nobodyCannotBeEnabled() {
        TestPool pool = server.pool("");

        assertThat(pool.admin("AdminEnableUser", "nobody").outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
    }
}
