package dev.cognate.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** AdminDeleteSoftwareToken. Reference: newer. */
class AdminDeleteSoftwareTokenTest {
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
    void theAppIsGoneWithItsSwitchAndItsPreference() {
        TestPool pool = AssociateSoftwareTokenTest.pool(server);
        TestApp app = TestApp.preferred(pool, pool.accessToken("jane"));
        server.clock().advance(Duration.ofMinutes(1));

        assertThat(pool.admin("AdminDeleteSoftwareToken", "jane").outcome()).isEqualTo("{}");

        assertThat(pool.adminGetUser("jane").body())
                .doesNotContain("UserMFASettingList")
                .doesNotContain("PreferredMfaSetting");
        assertThat(AssociateSoftwareTokenTest.check(pool, app.code())).isEqualTo(TotpCheck.NOT_SET_UP);
        assertThat(server.rooms().mfa().decide(pool.pool(), pool.user("jane"))).isEqualTo(new MfaDecision.Nothing());
    }

    @Test
    void anotherAppCanBeSetUp() {
        TestPool pool = AssociateSoftwareTokenTest.pool(server);
        TestApp.preferred(pool, pool.accessToken("jane"));
        pool.admin("AdminDeleteSoftwareToken", "jane");

        TestApp.preferred(pool, pool.accessToken("jane"));

        assertThat(pool.adminGetUser("jane").member("PreferredMfaSetting")).isEqualTo("SOFTWARE_TOKEN_MFA");
    }

    @Test
    void otherFactorsStay() {
        TestPool pool = SetUserMFAPreferenceTest.pool(server, SetUserMFAPreferenceTest.BOTH);
        String token = pool.accessToken("jane");
        TestApp.verified(pool, token);
        pool.callAs(
                token,
                "SetUserMFAPreference",
                "\"SoftwareTokenMfaSettings\":{\"Enabled\":true},\"SMSMfaSettings\":{\"Enabled\":true,\"PreferredMfa\":true}");

        pool.admin("AdminDeleteSoftwareToken", "jane");

        assertThat(pool.adminGetUser("jane").body())
                .contains("\"UserMFASettingList\":[\"SMS_MFA\"]")
                .contains("\"PreferredMfaSetting\":\"SMS_MFA\"");
    }

    @Test
    void aUserWithoutAnAppIsLeftAsItIs() {
        TestPool pool = AssociateSoftwareTokenTest.pool(server);

        assertThat(pool.admin("AdminDeleteSoftwareToken", "jane").outcome()).isEqualTo("{}");
    }

    @Test
    void nobodyAndWhoIsNotConfirmedAreRefused() {
        TestPool pool = server.pool("");
        pool.signUpWith("jane", "[]");

        assertThat(pool.admin("AdminDeleteSoftwareToken", "john").outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(pool.admin("AdminDeleteSoftwareToken", "jane").outcome())
                .isEqualTo("UserNotConfirmedException: User is not confirmed.");
    }
}
