package dev.cognate.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** AdminSetUserMFAPreference, where it is named otherwise than its twin. Reference: auth 19.2. */
class AdminSetUserMFAPreferenceTest {
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
    void anAdministratorSwitchesAFactorOnAndOff() {
        TestPool pool = SetUserMFAPreferenceTest.pool(server, SetUserMFAPreferenceTest.BOTH);

        assertThat(pool.adminCall(
                                "AdminSetUserMFAPreference",
                                "\"Username\":\"jane\",\"EmailMfaSettings\":{\"Enabled\":true,\"PreferredMfa\":true}")
                        .outcome())
                .isEqualTo("{}");
        assertThat(pool.adminGetUser("jane").body())
                .contains("\"PreferredMfaSetting\":\"EMAIL_OTP\"")
                .contains("\"UserMFASettingList\":[\"EMAIL_OTP\"]");

        pool.adminCall(
                "AdminSetUserMFAPreference",
                "\"Username\":\"jane\",\"EmailMfaSettings\":{\"Enabled\":false,\"PreferredMfa\":false}");
        assertThat(pool.adminGetUser("jane").body()).doesNotContain("Mfa");
    }

    @Test
    void anAdministratorCannotSwitchOnWhatTheUserLacks() {
        TestPool pool = SetUserMFAPreferenceTest.pool(server, "[]");

        assertThat(pool.adminCall(
                                "AdminSetUserMFAPreference",
                                "\"Username\":\"jane\",\"SoftwareTokenMfaSettings\":{\"Enabled\":true}")
                        .outcome())
                .isEqualTo("InvalidParameterException: User has not set up software token mfa");
    }

    @Test
    void nobodyIsNotFound() {
        TestPool pool = server.pool("");

        assertThat(pool.adminCall("AdminSetUserMFAPreference", "\"Username\":\"jane\"")
                        .outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
    }
}
