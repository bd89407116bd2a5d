package dev.cognate.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** GetUserAuthFactors. Reference: auth 22, 4.5. That a passkey is among them: PasskeySignInTest. */
class GetUserAuthFactorsTest {
    static final String CHOICE = "\"Policies\":{\"SignInPolicy\":{\"AllowedFirstAuthFactors\":"
            + "[\"PASSWORD\",\"SMS_OTP\",\"EMAIL_OTP\",\"WEB_AUTHN\"]}}";

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
    void whatThePoolAllowsAndTheUserHasIsShown() {
        TestPool pool = server.pool(CHOICE + "," + SetUserMFAPreferenceTest.SENDERS);
        TestApp.take(pool, "OPTIONAL", SetUserMFAPreferenceTest.ALL);
        pool.confirmed("jane", SetUserMFAPreferenceTest.BOTH);
        String token = pool.accessToken("jane");
        TestApp.preferred(pool, token);
        pool.callAs(token, "SetUserMFAPreference", "\"SMSMfaSettings\":{\"Enabled\":true}");

        assertThat(pool.callAs(token, "GetUserAuthFactors", "").body())
                .isEqualTo("{\"ConfiguredUserAuthFactors\":[\"PASSWORD\",\"EMAIL_OTP\",\"SMS_OTP\"],"
                        + "\"PreferredMfaSetting\":\"SOFTWARE_TOKEN_MFA\","
                        + "\"UserMFASettingList\":[\"SMS_MFA\",\"SOFTWARE_TOKEN_MFA\"],\"Username\":\"jane\"}");
    }

    @Test
    void whatTheUserLacksOrThePoolDoesNotAllowIsLeftOut() {
        TestPool choice = server.pool(CHOICE);
        choice.confirmed("jane", "[]");
        TestPool passwords = server.pool("");
        passwords.confirmed("jane", SetUserMFAPreferenceTest.BOTH);

        for (TestPool pool : new TestPool[] {choice, passwords}) {
            assertThat(pool.callAs(pool.accessToken("jane"), "GetUserAuthFactors", "")
                            .body())
                    .isEqualTo("{\"ConfiguredUserAuthFactors\":[\"PASSWORD\"],\"Username\":\"jane\"}");
        }
    }
}
