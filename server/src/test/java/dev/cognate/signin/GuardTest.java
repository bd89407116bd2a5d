package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.PASSWORD;
import static dev.cognate.signin.SigningIn.password;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.devices.TestDevice;
import dev.cognate.mfa.TestApp;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What threat protection does to sign-ins. Reference: auth 23. */
class GuardTest {
    private static final String EMAIL =
            "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"},{\"Name\":\"name\",\"Value\":\"Jane\"}]";
    private static final String REFUSED = "NotAuthorizedException: Unable to login because of security reasons.";
    private static final String RESET = "PasswordResetRequiredException: Password reset required for the user";

    /** A password that everybody knows, though it pleases the policy. */
    private static final String KNOWN = "Password123!";

    private static TestServer server;
    private TestPool pool;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void makeAPool() {
        pool = pool("ENFORCED");
    }

    private static TestPool pool(String mode) {
        TestPool pool = SigningIn.pool(
                server, "\"UserPoolTier\":\"PLUS\",\"UserPoolAddOns\":{\"AdvancedSecurityMode\":\"" + mode + "\"}");
        pool.confirmed("jane", EMAIL);
        return pool;
    }

    private void set(String members) {
        assertThat(pool.adminCall("SetRiskConfiguration", members).status()).isEqualTo(200);
    }

    private void setPassword(String password) {
        assertThat(pool.adminSetPassword("jane", password, true).status()).isEqualTo(200);
    }

    /** The user's newest events, newest first. */
    private String events() {
        return pool.admin("AdminListUserAuthEvents", "jane").body();
    }

    private static String risk(String decision, String level, boolean compromised) {
        return "\"EventRisk\":{\"CompromisedCredentialsDetected\":" + compromised + ",\"RiskDecision\":\"" + decision
                + "\"" + (level.isEmpty() ? "" : ",\"RiskLevel\":\"" + level + "\"") + "}";
    }

    /** Signs in from somewhere, as the server of the pool's owner tells. */
    private Reply signInFrom(String address, String agent) {
        return pool.adminCall("AdminInitiateAuth", """
                "ClientId":"%s","AuthFlow":"ADMIN_USER_PASSWORD_AUTH",
                "AuthParameters":{"USERNAME":"jane","PASSWORD":"%s"},
                "ContextData":{"IpAddress":"%s","ServerName":"example.com","ServerPath":"/","HttpHeaders":[
                {"headerName":"User-Agent","headerValue":"%s"}]}\
                """.formatted(pool.client(), PASSWORD, address, agent));
    }

    private static String ranges(String blocked, String skipped) {
        return """
                "RiskExceptionConfiguration":{"BlockedIPRangeList":[%s],"SkippedIPRangeList":[%s]}\
                """.formatted(blocked, skipped);
    }

    private static String takeover(String action, boolean notify) {
        String each = "{\"Notify\":" + notify + ",\"EventAction\":\"" + action + "\"}";
        String mail =
                "{\"Subject\":\"%s for {username}\",\"HtmlBody\":\"<p>From {ip-address} by {device-name}, {city}</p>\"}";
        return """
                "AccountTakeoverRiskConfiguration":{"NotifyConfiguration":{"From":"guard@example.com",
                "SourceArn":"arn:aws:ses:us-east-1:123456789012:identity/guard@example.com",
                "BlockEmail":%s,"MfaEmail":%s,"NoActionEmail":%s},
                "Actions":{"LowAction":%s,"MediumAction":%s,"HighAction":%s}}\
                """.formatted(
                mail.formatted("Blocked"), mail.formatted("Factor"), mail.formatted("Nothing"), each, each, each);
    }

    private static String compromised(String action, String filter) {
        return "\"CompromisedCredentialsRiskConfiguration\":{\"Actions\":{\"EventAction\":\"" + action + "\"}"
                + (filter.isEmpty() ? "" : ",\"EventFilter\":[\"" + filter + "\"]") + "}";
    }

    /** Clause auth 12.14. "Blocked-IP list blocks always." */
    @Test
    void aBlockedAddressIsRefused() {
        set(ranges("\"127.0.0.0/8\"", ""));

        assertThat(password(pool, "jane", PASSWORD).outcome()).isEqualTo(REFUSED);
        assertThat(events()).contains(risk("Block", "", false));
        assertThat(password(pool, "nobody", PASSWORD).outcome()).isEqualTo(REFUSED);
    }

    @Test
    void otherAddressesAreNotRefused() {
        set(ranges("\"192.0.2.0/24\",\"2001:db8::/32\",\"127.0.0.2/32\"", ""));

        assertThat(password(pool, "jane", PASSWORD).status()).isEqualTo(200);
        assertThat(signInFrom("192.0.2.255", "phone").outcome()).isEqualTo(REFUSED);
        assertThat(signInFrom("2001:db8:1::7", "phone").outcome()).isEqualTo(REFUSED);
    }

    /** A pool that only watches refuses nobody. */
    @Test
    void aPoolThatWatchesRefusesNobody() {
        pool = pool("AUDIT");
        set(ranges("\"127.0.0.0/8\"", "") + "," + compromised("BLOCK", "") + "," + takeover("BLOCK", true));
        setPassword(KNOWN);

        assertThat(password(pool, "jane", KNOWN).status()).isEqualTo(200);
        assertThat(events()).contains(risk("NoRisk", "", true));
        setPassword(PASSWORD);
        assertThat(signInFrom("198.51.100.7", "phone").status()).isEqualTo(200);
        assertThat(events()).contains(risk("AccountTakeover", "Medium", false));
    }

    /** Clause auth 7.s2. BLOCK at sign-in: PasswordResetRequiredException, later RESET_REQUIRED. */
    @Test
    void aCompromisedPasswordHasToBeReplaced() {
        set(compromised("BLOCK", ""));
        setPassword(KNOWN);

        assertThat(password(pool, "jane", KNOWN).outcome()).isEqualTo(RESET);

        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("RESET_REQUIRED");
        assertThat(events()).contains(risk("NoRisk", "", true), "\"EventResponse\":\"Fail\"");
        assertThat(password(pool, "jane", KNOWN).outcome()).isEqualTo(RESET);
    }

    /** A wrong password says nothing about the right one. */
    @Test
    void aCompromisedPasswordThatIsWrongIsWrong() {
        set(compromised("BLOCK", ""));

        assertThat(password(pool, "jane", KNOWN).outcome()).isEqualTo(SigningIn.INCORRECT);
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("CONFIRMED");
    }

    /** NO_ACTION: it is noted. */
    @Test
    void aCompromisedPasswordMayOnlyBeNoted() {
        set(compromised("NO_ACTION", ""));
        setPassword(KNOWN);

        assertThat(password(pool, "jane", KNOWN).status()).isEqualTo(200);
        assertThat(events()).contains(risk("NoRisk", "", true));
    }

    /** EventFilter: no filter means all three. */
    @Test
    void theFilterSaysWhichEventsAreLookedAt() {
        set(compromised("BLOCK", "PASSWORD_CHANGE"));
        setPassword(KNOWN);

        assertThat(password(pool, "jane", KNOWN).status()).isEqualTo(200);
        assertThat(events()).doesNotContain(risk("NoRisk", "", true));
    }

    /** A first sign-in has nothing to be compared with; the same place again is no risk. */
    @Test
    void aUsualPlaceIsNoRisk() {
        set(takeover("BLOCK", false));

        assertThat(signInFrom("192.0.2.1", "laptop").status()).isEqualTo(200);
        assertThat(signInFrom("192.0.2.1", "laptop").status()).isEqualTo(200);
        assertThat(events()).doesNotContain("AccountTakeover");
    }

    /** Clauses auth 12.14, auth 7.s2. BLOCK, after the password was proved; the mail fills its places. */
    @Test
    void anUnusualPlaceIsRefusedAndTheUserIsTold() {
        set(takeover("BLOCK", true));
        pool.change("jane", user -> user.withAttribute("email_verified", "true", user.modified()));
        signInFrom("192.0.2.1", "laptop");

        assertThat(signInFrom("198.51.100.7", "<b>phone</b>").outcome()).isEqualTo(REFUSED);

        assertThat(events()).contains(risk("Block", "Medium", false));
        var mail = server.inbox(pool.id(), "jane").getFirst().message();
        assertThat(mail.subject()).isEqualTo("Blocked for jane");
        assertThat(mail.body()).isEqualTo("<p>From 198.51.100.7 by &lt;b&gt;phone&lt;/b&gt;, unknown</p>");
        assertThat(mail.destination()).isEqualTo("jane@example.com");
    }

    /** Clause I8.2. The pool's own function gets the notice: without a code, with what it has to say. */
    @Test
    void theFunctionThatSendsThePoolsMailsTellsTheUser() {
        String key =
                server.cognate().kms().create("us-east-1", "123456789012", "").arn();
        pool = SigningIn.pool(server, """
                "UserPoolTier":"PLUS","UserPoolAddOns":{"AdvancedSecurityMode":"ENFORCED"},
                "LambdaConfig":{"CustomEmailSender":{"LambdaVersion":"V1_0","LambdaArn":"%s"},"KMSKeyID":"%s"}\
                """.formatted(TestFunction.ARN, key));
        pool.confirmed("jane", EMAIL);
        pool.change("jane", user -> user.withAttribute("email_verified", "true", user.modified()));
        set(takeover("BLOCK", true));
        signInFrom("192.0.2.1", "laptop");
        server.function().reset();

        assertThat(signInFrom("198.51.100.7", "phone").outcome()).isEqualTo(REFUSED);

        assertThat(server.inbox(pool.id(), "jane")).as("the function sends it").isEmpty();
        assertThat(server.function().events())
                .singleElement()
                .asString()
                .contains(
                        "\"triggerSource\":\"CustomEmailSender_AccountTakeOverNotification\"",
                        "\"type\":\"customEmailSenderRequestV1\",\"code\":null",
                        "\"email\":\"jane@example.com\"",
                        "\"USER_NAME\":\"jane\",\"IP_ADDRESS\":\"198.51.100.7\",\"DEVICE_NAME\":",
                        "\"LOGIN_TIME\":\"2026-03-01T",
                        "\"ACCOUNT_TAKE_OVER_ACTION\":\"BLOCK\"");
        Reply told = new Reply(
                200,
                HttpHeaders.of(Map.of(), (_, _) -> true),
                server.function().events().getFirst());
        assertThat(pool.adminCall("UpdateAuthEventFeedback", """
                "Username":"jane","EventId":"%s","FeedbackToken":"%s","FeedbackValue":"Invalid"\
                """.formatted(
                                        told.member("EVENT_ID"), told.member("FEEDBACK_TOKEN")))
                        .status())
                .isEqualTo(200);
    }

    /** Only verified addresses are written to. */
    @Test
    void anAddressThatIsNotVerifiedGetsNoMail() {
        set(takeover("NO_ACTION", true));
        signInFrom("192.0.2.1", "laptop");

        assertThat(signInFrom("198.51.100.7", "phone").status()).isEqualTo(200);

        assertThat(server.inbox(pool.id(), "jane")).isEmpty();
        assertThat(events()).contains(risk("AccountTakeover", "Medium", false));
    }

    /** One of the two new: Low. After five failures within the hour, both new: High. */
    @Test
    void theLevelFollowsFromPlacesAndFailures() {
        set(takeover("NO_ACTION", false));
        signInFrom("192.0.2.1", "laptop");

        signInFrom("198.51.100.7", "laptop");
        assertThat(events()).contains(risk("AccountTakeover", "Low", false));

        for (int number = 1; number <= 5; number++) {
            password(pool, "jane", "Wr0ng-Horse!");
        }
        server.clock().advance(Duration.ofSeconds(2));
        signInFrom("203.0.113.9", "phone");
        assertThat(events()).contains(risk("AccountTakeover", "High", false));
    }

    /** "Skipped-IP list bypasses scoring." */
    @Test
    void aSkippedAddressIsNotJudged() {
        set(takeover("BLOCK", false) + "," + ranges("", "\"198.51.100.0/24\""));
        signInFrom("192.0.2.1", "laptop");

        assertThat(signInFrom("198.51.100.7", "phone").status()).isEqualTo(200);
    }

    /** MFA_IF_CONFIGURED: asks for a factor that is there, switched on or not; else passes. */
    @Test
    void aFactorIsAskedForIfThereIsOne() {
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        set(takeover("MFA_IF_CONFIGURED", false));
        signInFrom("192.0.2.1", "laptop");
        assertThat(signInFrom("198.51.100.7", "phone").member("AccessToken")).isNotEmpty();

        TestApp.verified(pool, pool.accessToken("jane"));
        assertThat(signInFrom("192.0.2.1", "laptop").member("AccessToken")).isNotEmpty();
        assertThat(signInFrom("203.0.113.9", "tablet").member("ChallengeName")).isEqualTo("SOFTWARE_TOKEN_MFA");
    }

    /** MFA_REQUIRED "blocks users without a factor". */
    @Test
    void whoHasNoFactorIsRefusedWhereOneIsRequired() {
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        set(takeover("MFA_REQUIRED", false));
        signInFrom("192.0.2.1", "laptop");
        assertThat(signInFrom("198.51.100.7", "phone").outcome()).isEqualTo(REFUSED);

        TestApp.verified(pool, pool.accessToken("jane"));
        assertThat(signInFrom("203.0.113.9", "tablet").member("ChallengeName")).isEqualTo("SOFTWARE_TOKEN_MFA");
    }

    private @Nullable String told() {
        return server.inbox(pool.id(), "jane").getFirst().message().subject();
    }

    private void verify(String attribute) {
        pool.change("jane", user -> user.withAttribute(attribute + "_verified", "true", user.modified()));
    }

    /** "MFA_IF_CONFIGURED asks MFA if the user has a factor, else passes": the mail says which. */
    @Test
    void theMailTellsWhatIsAskedFor() {
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        verify("email");
        set(takeover("MFA_IF_CONFIGURED", true));
        signInFrom("192.0.2.1", "laptop");

        signInFrom("198.51.100.7", "phone");
        assertThat(told()).isEqualTo("Nothing for jane");

        TestApp.verified(pool, pool.accessToken("jane"));
        assertThat(signInFrom("203.0.113.9", "tablet").member("ChallengeName")).isEqualTo("SOFTWARE_TOKEN_MFA");
        assertThat(told()).isEqualTo("Factor for jane");
    }

    /** MFA is required, only SMS counts, and the user has no number: nothing is asked for, the sign-in is refused. */
    @Test
    void whoCannotGetAFactorIsToldOfARefusal() {
        verify("email");
        set(takeover("NO_ACTION", true));
        signInFrom("192.0.2.1", "laptop");
        TestApp.take(pool, "ON", """
                "SmsMfaConfiguration":{"SmsConfiguration":{"SnsCallerArn":
                "arn:aws:iam::123456789012:role/sms","ExternalId":"x"}}\
                """);

        assertThat(signInFrom("198.51.100.7", "phone").outcome())
                .isEqualTo("InvalidParameterException: User does not have delivery config set to turn on SMS_MFA");

        assertThat(told()).isEqualTo("Blocked for jane");
    }

    /** MFA is required, and the user can set a factor up on the way. */
    @Test
    void whoHasToSetAFactorUpIsToldThatOneIsAskedFor() {
        verify("email");
        set(takeover("NO_ACTION", true));
        signInFrom("192.0.2.1", "laptop");
        TestApp.take(pool, "ON", TestApp.TOKENS);

        assertThat(signInFrom("198.51.100.7", "phone").member("ChallengeName")).isEqualTo("MFA_SETUP");

        assertThat(told()).isEqualTo("Factor for jane");
    }

    /** The device spares the user a factor where the pool only tells of the risk. */
    @Test
    void whoProvesADeviceInsteadIsAskedForNoFactor() {
        pool = SigningIn.pool(server, """
                "UserPoolTier":"PLUS","UserPoolAddOns":{"AdvancedSecurityMode":"ENFORCED"},\
                """ + TestDevice.ALWAYS);
        pool.confirmed("jane", EMAIL);
        verify("email");
        signInFrom("192.0.2.1", "laptop");
        set(takeover("NO_ACTION", true));
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        TestApp.preferred(pool, pool.accessToken("jane"));
        TestDevice device = TestDevice.confirmed(pool, "jane");

        assertThat(SigningIn.begin(
                                pool,
                                "USER_PASSWORD_AUTH",
                                "USERNAME",
                                "jane",
                                "PASSWORD",
                                PASSWORD,
                                "DEVICE_KEY",
                                device.key())
                        .member("ChallengeName"))
                .isEqualTo("DEVICE_SRP_AUTH");

        assertThat(told()).isEqualTo("Nothing for jane");
    }

    /** Each attempt is told of once. */
    @Test
    void anAttemptIsToldOfOnce() {
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        verify("email");
        set(takeover("MFA_REQUIRED", true));
        signInFrom("192.0.2.1", "laptop");

        assertThat(signInFrom("198.51.100.7", "phone").outcome()).isEqualTo(REFUSED);

        assertThat(server.inbox(pool.id(), "jane"))
                .extracting(each -> each.message().subject())
                .containsExactly("Blocked for jane");
    }
}
