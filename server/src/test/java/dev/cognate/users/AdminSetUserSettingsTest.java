package dev.cognate.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** AdminSetUserSettings, by the clauses of auth 27. */
class AdminSetUserSettingsTest {
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
    void smsIsSet() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", SetUserSettingsTest.PHONE);

        assertThat(pool.adminCall(
                                "AdminSetUserSettings",
                                "\"Username\":\"jane\",\"MFAOptions\":[" + SetUserSettingsTest.SMS + "]")
                        .body())
                .isEqualTo("{}");
        assertThat(pool.adminGetUser("jane").body()).contains("\"MFAOptions\":[{");
    }

    @Test
    void nobodyHasSettings() {
        assertThat(server.pool("")
                        .adminCall("AdminSetUserSettings", "\"Username\":\"nobody\",\"MFAOptions\":[]")
                        .outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
    }
}
