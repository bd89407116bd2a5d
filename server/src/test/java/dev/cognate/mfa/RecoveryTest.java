package dev.cognate.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** "A medium used by the user's MFA is skipped" when a password is forgotten. Reference: lifecycle E4. */
class RecoveryTest {
    private static final String VERIFIED =
            "[{\"Name\":\"phone_number\",\"Value\":\"+12065550100\"},{\"Name\":\"phone_number_verified\",\"Value\":\"true\"},"
                    + "{\"Name\":\"email\",\"Value\":\"jane@example.com\"},{\"Name\":\"email_verified\",\"Value\":\"true\"}]";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestPool pool() {
        TestPool pool = server.pool(SetUserMFAPreferenceTest.SENDERS);
        TestApp.take(pool, "OPTIONAL", SetUserMFAPreferenceTest.ALL);
        pool.adminCreate("jane", "\"MessageAction\":\"SUPPRESS\",\"UserAttributes\":" + VERIFIED);
        pool.adminSetPassword("jane", TestPool.PASSWORD, true);
        return pool;
    }

    private static void switchOn(TestPool pool, String settings) {
        assertThat(pool.adminCall("AdminSetUserMFAPreference", "\"Username\":\"jane\"," + settings)
                        .outcome())
                .isEqualTo("{}");
    }

    /** Clause E4.t3. */
    @Test
    void aCodeGoesToTheChannelThatIsNoSecondFactor() {
        TestPool pool = pool();
        assertThat(pool.forgot("jane").member("DeliveryMedium")).isEqualTo("EMAIL");

        switchOn(pool, "\"EmailMfaSettings\":{\"Enabled\":true}");

        assertThat(pool.forgot("jane").member("DeliveryMedium")).isEqualTo("SMS");
    }

    @Test
    void whereBothChannelsAreSecondFactorsNoCodeIsSent() {
        TestPool pool = pool();
        switchOn(pool, "\"EmailMfaSettings\":{\"Enabled\":true},\"SMSMfaSettings\":{\"Enabled\":true}");

        assertThat(pool.forgot("jane").fault()).isEqualTo("InvalidParameterException");
        assertThat(pool.admin("AdminResetUserPassword", "jane").fault()).isEqualTo("InvalidParameterException");
    }
}
