package dev.cognate.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** AdminGetUserAuthFactors. Reference: newer, auth 22. */
class AdminGetUserAuthFactorsTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anAdministratorSeesWhatTheUserSees() {
        TestPool pool = server.pool(GetUserAuthFactorsTest.CHOICE);
        pool.confirmed("jane", SetUserMFAPreferenceTest.BOTH);

        assertThat(pool.admin("AdminGetUserAuthFactors", "jane").body())
                .isEqualTo("{\"ConfiguredUserAuthFactors\":[\"PASSWORD\",\"EMAIL_OTP\",\"SMS_OTP\"],"
                        + "\"Username\":\"jane\"}");
    }

    @Test
    void aUserWithoutAPasswordHasNone() {
        TestPool pool = server.pool(GetUserAuthFactorsTest.CHOICE);
        pool.confirmed("jane", SetUserMFAPreferenceTest.BOTH);
        pool.change("jane", user -> user.withoutPassword(user.modified()));

        assertThat(pool.admin("AdminGetUserAuthFactors", "jane").body()).doesNotContain("PASSWORD");
    }

    @Test
    void nobodyIsNotFound() {
        assertThat(server.pool("").admin("AdminGetUserAuthFactors", "jane").outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
    }
}
