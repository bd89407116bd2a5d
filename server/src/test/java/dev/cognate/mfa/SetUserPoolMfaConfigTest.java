package dev.cognate.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SetUserPoolMfaConfig. Reference: auth 19.1, oauth-config B15, B18. */
class SetUserPoolMfaConfigTest {
    private static final String SMS_SENDER =
            "\"SmsConfiguration\":{\"SnsCallerArn\":\"arn:aws:iam::123456789012:role/sms\"}";
    private static final String SMS =
            "\"SmsMfaConfiguration\":{\"SmsAuthenticationMessage\":\"Code {####}\"," + SMS_SENDER + "}";
    private static final String EMAIL =
            "\"EmailMfaConfiguration\":{\"Message\":\"Your code is {####}\",\"Subject\":\"Code\"}";
    private static final String OWN_SENDER = "\"EmailConfiguration\":{\"EmailSendingAccount\":\"DEVELOPER\","
            + "\"SourceArn\":\"arn:aws:ses:us-east-1:123456789012:identity/a@example.com\"}";
    private static final String NO_FACTORS = "InvalidParameterException: Invalid MFA Configuration given. SMS MFA,"
            + " Email MFA, or Software Token MFA must be enabled.";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Reply set(TestPool pool, String members) {
        return pool.adminCall("SetUserPoolMfaConfig", members);
    }

    private static String shown(TestPool pool) {
        return pool.adminCall("GetUserPoolMfaConfig", "").body();
    }

    @Test
    void everyBlockIsStoredAndShown() {
        TestPool pool = server.pool(OWN_SENDER);

        Reply reply = set(
                pool,
                "\"MfaConfiguration\":\"OPTIONAL\"," + TestApp.TOKENS + "," + SMS + "," + EMAIL
                        + ",\"WebAuthnConfiguration\":{\"RelyingPartyId\":\"auth.example.com\",\"UserVerification\":\"preferred\"}");

        assertThat(reply.body())
                .isEqualTo("{\"EmailMfaConfiguration\":{\"Message\":\"Your code is {####}\",\"Subject\":\"Code\"},"
                        + "\"MfaConfiguration\":\"OPTIONAL\",\"SmsMfaConfiguration\":{\"SmsAuthenticationMessage\":"
                        + "\"Code {####}\"," + SMS_SENDER + "},\"SoftwareTokenMfaConfiguration\":{\"Enabled\":true},"
                        + "\"WebAuthnConfiguration\":{\"RelyingPartyId\":\"auth.example.com\",\"UserVerification\":"
                        + "\"preferred\"}}");
        assertThat(shown(pool)).isEqualTo(reply.body());
        assertThat(pool.adminCall("DescribeUserPool", "").body())
                .contains("\"MfaConfiguration\":\"OPTIONAL\"")
                .contains("\"SmsAuthenticationMessage\":\"Code {####}\"")
                .contains("arn:aws:iam::123456789012:role/sms");
    }

    /** Clause auth 19.1.t2. "The call replaces the configuration"; passkeys are kept. */
    @Test
    void aBlockThatIsLeftOutIsTurnedOffAndPasskeysStay() {
        TestPool pool = server.pool("");
        TestApp.take(
                pool,
                "OPTIONAL",
                TestApp.TOKENS + "," + SMS + ",\"WebAuthnConfiguration\":{\"RelyingPartyId\":\"example.com\"}");

        set(pool, "\"MfaConfiguration\":\"ON\"," + TestApp.TOKENS);

        assertThat(shown(pool))
                .isEqualTo("{\"MfaConfiguration\":\"ON\",\"SoftwareTokenMfaConfiguration\":{\"Enabled\":true},"
                        + "\"WebAuthnConfiguration\":{\"RelyingPartyId\":\"example.com\"}}");
    }

    @Test
    void withoutMfaConfigurationThatOfThePoolStays() {
        TestPool pool = server.pool("");
        TestApp.take(pool, "ON", TestApp.TOKENS);

        assertThat(set(pool, TestApp.TOKENS).member("MfaConfiguration")).isEqualTo("ON");
    }

    /** Nobody could sign in where a factor is demanded and there is none. Clause auth 19.1.t4. */
    @Test
    void anUpdateOfThePoolDoesNotTakeTheLastFactorAway() {
        TestPool pool = server.pool("\"MfaConfiguration\":\"OPTIONAL\"," + SMS_SENDER);

        assertThat(pool.adminCall("UpdateUserPool", "\"MfaConfiguration\":\"ON\"")
                        .outcome())
                .isEqualTo(NO_FACTORS);

        set(pool, "\"MfaConfiguration\":\"OPTIONAL\"," + TestApp.TOKENS);
        assertThat(pool.adminCall("UpdateUserPool", "\"MfaConfiguration\":\"ON\"")
                        .fault())
                .isEqualTo("none");
    }

    /** What of a higher tier is on has to be off before; while MFA is off there are no factors. */
    @Test
    void theLowestTierIsRefusedWhileFactorsAreAboveIt() {
        TestPool pool = server.pool(OWN_SENDER);
        set(
                pool,
                "\"MfaConfiguration\":\"OPTIONAL\"," + EMAIL
                        + ",\"WebAuthnConfiguration\":{\"RelyingPartyId\":\"example.com\","
                        + "\"FactorConfiguration\":\"MULTI_FACTOR_WITH_USER_VERIFICATION\"}");
        String lower = "\"UserPoolTier\":\"LITE\"," + OWN_SENDER;

        assertThat(pool.adminCall("UpdateUserPool", "\"MfaConfiguration\":\"OPTIONAL\"," + lower)
                        .outcome())
                .isEqualTo("FeatureUnavailableInTierException: The following features need to be disabled for the LITE"
                        + " pricing tier configured: Email MFA, Passkey MFA");
        assertThat(pool.adminCall("UpdateUserPool", lower).fault()).isEqualTo("none");
    }

    @Test
    void mfaCanBeTurnedOffAgain() {
        TestPool pool = server.pool("");
        TestApp.take(pool, "ON", TestApp.TOKENS);

        set(pool, "\"MfaConfiguration\":\"OFF\"");

        assertThat(shown(pool)).isEqualTo("{\"MfaConfiguration\":\"OFF\"}");
    }

    /** Clause auth 19.1.t3. */
    @ParameterizedTest
    @ValueSource(strings = {TestApp.TOKENS, SMS, EMAIL})
    void offTogetherWithAFactorIsRefused(String block) {
        TestPool pool = server.pool(OWN_SENDER);

        assertThat(set(pool, "\"MfaConfiguration\":\"OFF\"," + block).outcome())
                .isEqualTo(
                        "InvalidParameterException: Invalid MFA configuration given, can't turn off MFA and configure"
                                + " an MFA together.");
        assertThat(shown(pool)).isEqualTo("{\"MfaConfiguration\":\"OFF\"}");
    }

    /** Clause auth 19.1.t4. */
    @ParameterizedTest
    @ValueSource(strings = {"ON", "OPTIONAL"})
    void mfaWithoutAnyFactorIsRefused(String mfa) {
        TestPool pool = server.pool("");

        assertThat(set(pool, "\"MfaConfiguration\":\"" + mfa + "\"").outcome()).isEqualTo(NO_FACTORS);
        assertThat(set(
                                pool,
                                "\"MfaConfiguration\":\"" + mfa
                                        + "\",\"SoftwareTokenMfaConfiguration\":{\"Enabled\":false}")
                        .outcome())
                .isEqualTo(NO_FACTORS);
    }

    /** A factor that is said to be off may be said together with OFF. */
    @Test
    void aFactorThatIsOffIsShownAsOff() {
        TestPool pool = server.pool("");

        set(pool, "\"MfaConfiguration\":\"OFF\",\"SoftwareTokenMfaConfiguration\":{\"Enabled\":false}");

        assertThat(shown(pool))
                .isEqualTo("{\"MfaConfiguration\":\"OFF\",\"SoftwareTokenMfaConfiguration\":{\"Enabled\":false}}");
    }

    /** Clause auth 19.1.t6. */
    @Test
    void emailCodesNeedASenderOfOnesOwn() {
        assertThat(set(server.pool(""), "\"MfaConfiguration\":\"ON\"," + EMAIL).outcome())
                .isEqualTo("InvalidParameterException: Cannot set EmailMfaConfiguration when user pool"
                        + " EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT.");
    }

    @Test
    void smsCodesNeedAnSmsConfigurationHereOrInThePool() {
        String block = "\"MfaConfiguration\":\"ON\",\"SmsMfaConfiguration\":{}";

        assertThat(set(server.pool(""), block).outcome())
                .isEqualTo("InvalidParameterException: SMS MFA needs an SmsConfiguration.");
        assertThat(set(server.pool(SMS_SENDER), block).body())
                .isEqualTo("{\"MfaConfiguration\":\"ON\",\"SmsMfaConfiguration\":{" + SMS_SENDER + "}}");
    }

    @Test
    void theSmsConfigurationFollowsTheRulesOfThePools() {
        String other = SMS.replace("123456789012", "210987654321");

        assertThat(set(server.pool(""), "\"MfaConfiguration\":\"ON\"," + other).outcome())
                .startsWith("InvalidParameterException: ");
    }

    /** Clause auth 19.1.t5. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                EMAIL + "|Email MFA",
                "\"WebAuthnConfiguration\":{\"FactorConfiguration\":\"MULTI_FACTOR_WITH_USER_VERIFICATION\"}|Passkey MFA"
            })
    void theTierLiteLacksEmailCodesAndPasskeysForBothFactors(String block, String feature) {
        TestPool pool = server.pool("\"UserPoolTier\":\"LITE\"," + OWN_SENDER);

        assertThat(set(pool, "\"MfaConfiguration\":\"ON\"," + TestApp.TOKENS + "," + block)
                        .outcome())
                .isEqualTo("FeatureUnavailableInTierException: The following features need to be disabled for the LITE"
                        + " pricing tier configured: " + feature);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"com", "https://example.com", "example.com/", "-a.example.com", "a..example.com", "example.com:8"
            })
    void aRelyingPartyIsADomainName(String id) {
        assertThat(set(server.pool(""), "\"WebAuthnConfiguration\":{\"RelyingPartyId\":\"" + id + "\"}")
                        .outcome())
                .isEqualTo("InvalidParameterException: RelyingPartyId must be a domain name that is not a public"
                        + " suffix.");
    }

    @Test
    void localhostIsARelyingPartyForDevelopment() {
        assertThat(set(server.pool(""), "\"WebAuthnConfiguration\":{\"RelyingPartyId\":\"localhost\"}")
                        .body())
                .isEqualTo(
                        "{\"MfaConfiguration\":\"OFF\",\"WebAuthnConfiguration\":{\"RelyingPartyId\":\"localhost\"}}");
    }

    @Test
    void aPoolThatIsNotThereIsNotFound() {
        assertThat(server.call("SetUserPoolMfaConfig", "{\"UserPoolId\":\"us-east-1_Missing01\"}")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_Missing01 does not exist.");
    }
}
