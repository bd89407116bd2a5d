package dev.cognate.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SetUserMFAPreference. Reference: auth 19.2, 12. */
class SetUserMFAPreferenceTest {
    static final String BOTH =
            "[{\"Name\":\"phone_number\",\"Value\":\"+12065550100\"},{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]";
    static final String SENDERS = "\"SmsConfiguration\":{\"SnsCallerArn\":\"arn:aws:iam::123456789012:role/sms\"},"
            + "\"EmailConfiguration\":{\"EmailSendingAccount\":\"DEVELOPER\","
            + "\"SourceArn\":\"arn:aws:ses:us-east-1:123456789012:identity/a@example.com\"}";
    static final String ALL = TestApp.TOKENS + ",\"SmsMfaConfiguration\":{},"
            + "\"EmailMfaConfiguration\":{\"Message\":\"Your code is {####}\",\"Subject\":\"Code\"}";
    private static final String PASSKEYS_FOR_BOTH = ",\"WebAuthnConfiguration\":{\"RelyingPartyId\":\"example.com\","
            + "\"FactorConfiguration\":\"MULTI_FACTOR_WITH_USER_VERIFICATION\"}";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A pool that takes all factors, with a user who has both addresses. */
    static TestPool pool(TestServer server, String attributes) {
        TestPool pool = server.pool(SENDERS);
        TestApp.take(pool, "OPTIONAL", ALL);
        pool.confirmed("jane", attributes);
        return pool;
    }

    private static Reply set(TestPool pool, String token, String settings) {
        return pool.callAs(token, "SetUserMFAPreference", settings);
    }

    /** Clause auth 19.2.t6. */
    @Test
    void aFactorIsSwitchedOnPreferredAndShown() {
        TestPool pool = pool(server, BOTH);
        String token = pool.accessToken("jane");

        assertThat(set(pool, token, "\"SMSMfaSettings\":{\"Enabled\":true,\"PreferredMfa\":true}")
                        .outcome())
                .isEqualTo("{}");

        assertThat(pool.adminGetUser("jane").body())
                .contains("\"PreferredMfaSetting\":\"SMS_MFA\"")
                .contains("\"UserMFASettingList\":[\"SMS_MFA\"]")
                .doesNotContain("MFAOptions");
        assertThat(pool.callAs(token, "GetUser", "").body())
                .contains("\"PreferredMfaSetting\":\"SMS_MFA\"")
                .contains("\"UserMFASettingList\":[\"SMS_MFA\"]");
    }

    /** Clause auth 19.2.t6. */
    @Test
    void allThreeAreListedInTheirOrder() {
        TestPool pool = pool(server, BOTH);
        String token = pool.accessToken("jane");
        TestApp.verified(pool, token);

        set(
                pool,
                token,
                "\"SoftwareTokenMfaSettings\":{\"Enabled\":true},\"EmailMfaSettings\":{\"Enabled\":true},"
                        + "\"SMSMfaSettings\":{\"Enabled\":true}");

        assertThat(pool.adminGetUser("jane").body())
                .contains("\"UserMFASettingList\":[\"SMS_MFA\",\"EMAIL_OTP\",\"SOFTWARE_TOKEN_MFA\"]")
                .doesNotContain("PreferredMfaSetting");
    }

    /** Clause auth 19.2.t1. "Omitted block = unchanged", and a new preference takes the place of the old one. */
    @Test
    void aBlockThatIsLeftOutChangesNothingAndOneIsPreferred() {
        TestPool pool = pool(server, BOTH);
        String token = pool.accessToken("jane");
        set(pool, token, "\"SMSMfaSettings\":{\"Enabled\":true,\"PreferredMfa\":true}");

        set(pool, token, "\"EmailMfaSettings\":{\"Enabled\":true,\"PreferredMfa\":true}");
        assertThat(pool.adminGetUser("jane").body())
                .contains("\"PreferredMfaSetting\":\"EMAIL_OTP\"")
                .contains("\"UserMFASettingList\":[\"SMS_MFA\",\"EMAIL_OTP\"]");

        set(pool, token, "\"EmailMfaSettings\":{\"Enabled\":true}");
        assertThat(pool.adminGetUser("jane").member("PreferredMfaSetting")).isEqualTo("EMAIL_OTP");

        set(pool, token, "\"EmailMfaSettings\":{\"Enabled\":true,\"PreferredMfa\":false}");
        assertThat(pool.adminGetUser("jane").body()).doesNotContain("PreferredMfaSetting");
    }

    /** Clauses auth 19.2.t1, auth 29.t7. "false/false leaves no UserMFASettingList, no PreferredMfaSetting". */
    @Test
    void aFactorThatIsSwitchedOffIsGoneWithItsPreference() {
        TestPool pool = pool(server, BOTH);
        String token = pool.accessToken("jane");
        set(pool, token, "\"SMSMfaSettings\":{\"Enabled\":true,\"PreferredMfa\":true}");

        set(pool, token, "\"SMSMfaSettings\":{\"Enabled\":false,\"PreferredMfa\":false}");

        assertThat(pool.adminGetUser("jane").body())
                .doesNotContain("UserMFASettingList")
                .doesNotContain("PreferredMfaSetting");
    }

    /** Clause auth 19.2.t2. */
    @Test
    void twoPreferredFactorsAreRefusedAndNothingChanges() {
        TestPool pool = pool(server, BOTH);

        assertThat(set(
                                pool,
                                pool.accessToken("jane"),
                                "\"SMSMfaSettings\":{\"Enabled\":true,\"PreferredMfa\":true},"
                                        + "\"EmailMfaSettings\":{\"Enabled\":true,\"PreferredMfa\":true}")
                        .outcome())
                .isEqualTo("InvalidParameterException: Only one MFA method can be preferred.");
        assertThat(pool.adminGetUser("jane").body()).doesNotContain("UserMFASettingList");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Enabled\":false,\"PreferredMfa\":true}", "{\"PreferredMfa\":true}"})
    void aFactorThatIsOffIsNotPreferred(String setting) {
        TestPool pool = pool(server, BOTH);

        assertThat(set(pool, pool.accessToken("jane"), "\"SMSMfaSettings\":" + setting)
                        .outcome())
                .isEqualTo("InvalidParameterException: An MFA method that is not enabled cannot be preferred.");
    }

    /** Clauses auth 12.20.1, auth 19.2.t3. */
    @Test
    void aChannelNeedsAnAddress() {
        TestPool pool = pool(server, "[]");
        String token = pool.accessToken("jane");

        assertThat(set(pool, token, "\"SMSMfaSettings\":{\"Enabled\":true}").outcome())
                .isEqualTo("InvalidParameterException: User does not have delivery config set to turn on SMS_MFA");
        assertThat(set(pool, token, "\"EmailMfaSettings\":{\"Enabled\":true}").outcome())
                .isEqualTo("InvalidParameterException: User does not have delivery config set to turn on EMAIL_OTP");
    }

    /** Clauses auth 12.20.2, auth 19.2.t4. */
    @Test
    void anAppHasToBeSetUpAndVerified() {
        TestPool pool = pool(server, BOTH);
        String token = pool.accessToken("jane");
        String on = "\"SoftwareTokenMfaSettings\":{\"Enabled\":true}";

        assertThat(set(pool, token, on).outcome())
                .isEqualTo("InvalidParameterException: User has not set up software token mfa");
        TestApp.associated(pool, token);
        assertThat(set(pool, token, on).outcome())
                .isEqualTo("InvalidParameterException: User has not verified software token mfa");
    }

    /** Clause auth 19.2.t5. */
    @Test
    void aFactorThatThePoolDoesNotTakeIsRefused() {
        TestPool pool = server.pool("");
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        pool.confirmed("jane", BOTH);

        assertThat(set(pool, pool.accessToken("jane"), "\"SMSMfaSettings\":{\"Enabled\":true}")
                        .outcome())
                .isEqualTo("InvalidParameterException: SMS_MFA is not enabled in the user pool.");
    }

    /** Clause auth 19.2.t5. "Pool OFF: setting is stored but inert". */
    @Test
    void whileMfaIsOffAWishIsKeptAndComesToNothing() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", BOTH);

        set(pool, pool.accessToken("jane"), "\"SMSMfaSettings\":{\"Enabled\":true}");

        assertThat(pool.adminGetUser("jane").body()).contains("\"UserMFASettingList\":[\"SMS_MFA\"]");
        assertThat(server.rooms().mfa().decide(pool.pool(), pool.user("jane"))).isEqualTo(new MfaDecision.Nothing());
    }

    @Test
    void aPasskeyForBothFactorsNeedsThePoolsConsentAndAnotherFactor() {
        TestPool pool = server.pool(SENDERS
                + ",\"Policies\":{\"SignInPolicy\":{\"AllowedFirstAuthFactors\":[\"PASSWORD\",\"WEB_AUTHN\"]}}");
        pool.confirmed("jane", BOTH);
        String token = pool.accessToken("jane");
        String passkey = "\"WebAuthnMfaSettings\":{\"Enabled\":true}";
        TestApp.take(pool, "OPTIONAL", ALL);
        assertThat(set(pool, token, passkey).outcome())
                .isEqualTo("InvalidParameterException: Passkeys are no MFA method in this user pool: its"
                        + " WebAuthnConfiguration needs a FactorConfiguration of"
                        + " MULTI_FACTOR_WITH_USER_VERIFICATION.");

        TestApp.take(pool, "OPTIONAL", ALL + PASSKEYS_FOR_BOTH);
        assertThat(set(pool, token, passkey).outcome())
                .isEqualTo("InvalidParameterException: Passkeys as an MFA method need another MFA method that is"
                        + " enabled.");

        set(pool, token, "\"SMSMfaSettings\":{\"Enabled\":true}," + passkey);
        Mfa mfa = server.rooms().mfa();
        assertThat(mfa.decide(pool.pool(), pool.user("jane"))).isEqualTo(new MfaDecision.Ask(MfaFactor.SMS_MFA));
        assertThat(mfa.decideAfterPasskey(pool.pool(), pool.user("jane"))).isEqualTo(new MfaDecision.Nothing());
    }

    /** Reference: auth 27, last paragraph. */
    @Test
    void theOlderOptionSetsTheSameSwitch() {
        TestPool pool = pool(server, BOTH);
        String token = pool.accessToken("jane");

        pool.callAs(
                token,
                "SetUserSettings",
                "\"MFAOptions\":[{\"DeliveryMedium\":\"SMS\",\"AttributeName\":\"phone_number\"}]");
        assertThat(pool.adminGetUser("jane").body())
                .contains("MFAOptions")
                .contains("\"UserMFASettingList\":[\"SMS_MFA\"]");

        set(pool, token, "\"SMSMfaSettings\":{\"Enabled\":false}");
        assertThat(pool.adminGetUser("jane").body())
                .doesNotContain("MFAOptions")
                .doesNotContain("UserMFASettingList");
    }

    @Test
    void aBadTokenIsRefused() {
        TestPool pool = server.pool("");

        assertThat(set(pool, "a.b.c", "").outcome()).isEqualTo("NotAuthorizedException: Invalid Access Token");
    }
}
