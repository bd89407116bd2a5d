package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.PASSWORD;
import static dev.cognate.signin.SigningIn.answer;
import static dev.cognate.signin.SigningIn.begin;
import static dev.cognate.signin.SigningIn.password;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestRules;
import dev.cognate.app.TestServer;
import dev.cognate.codes.CodeLimits;
import dev.cognate.mfa.TestApp;
import dev.cognate.store.Crowd;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How many codes one user is sent to sign in: each may cost money. Reference: auth 6.3, lifecycle A12. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SentCodesTest {
    private static final String TOO_MANY =
            "TooManyRequestsException: Attempt limit exceeded, please try after some time.";
    private static final String BY_CODE = """
        "Policies":{"SignInPolicy":{"AllowedFirstAuthFactors":["PASSWORD","EMAIL_OTP","SMS_OTP"]}},
        "SmsConfiguration":{"SnsCallerArn":"arn:aws:iam::123456789012:role/sms"}\
        """;
    private static final String SMS = "\"SmsMfaConfiguration\":{}";
    private static final String OWN_SENDER = """
        "AccountRecoverySetting":{"RecoveryMechanisms":[{"Name":"admin_only","Priority":1}]},
        "EmailConfiguration":{"EmailSendingAccount":"DEVELOPER",
        "SourceArn":"arn:aws:ses:us-east-1:123456789012:identity/a@example.com"}\
        """;
    private static final String BY_EMAIL =
            "\"EmailMfaConfiguration\":{\"Message\":\"Your code is {####}\",\"Subject\":\"Code\"}";
    private static final String ADDRESSES = """
        [{"Name":"email","Value":"jane@example.com"},{"Name":"phone_number","Value":"+12065550100"}]\
        """;

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(
                TestRules.limits(CodeLimits.SERVICE.with("FirstFactorCode", 3).with("SecondFactorCode", 4)));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void forgetEvents() {
        server.function().reset();
    }

    private static TestPool jane(TestPool pool) {
        pool.confirmed("jane", ADDRESSES);
        return pool;
    }

    private static Reply byCode(TestPool pool, String username, String factor) {
        return begin(pool, "USER_AUTH", "USERNAME", username, "PREFERRED_CHALLENGE", factor);
    }

    private static void use(int codes, TestPool pool, String username) {
        IntStream.range(0, codes)
                .forEach(_ -> assertThat(byCode(pool, username, "EMAIL_OTP").member("ChallengeName"))
                        .isEqualTo("EMAIL_OTP"));
    }

    /** By SMS and e-mail together, at once or by a later choice; an hour after the first there may be one more. */
    @Test
    void codesInPlaceOfAPasswordAreLimitedForEachUser() {
        TestPool pool = jane(SigningIn.pool(server, BY_CODE));
        use(1, pool, "jane");
        server.clock().advance(Duration.ofMinutes(1));
        assertThat(byCode(pool, "jane", "SMS_OTP").member("ChallengeName")).isEqualTo("SMS_OTP");
        String choice = begin(pool, "USER_AUTH", "USERNAME", "jane").member("Session");
        assertThat(choose(pool, choice).member("ChallengeName")).isEqualTo("EMAIL_OTP");

        assertThat(byCode(pool, "jane", "EMAIL_OTP").outcome()).isEqualTo(TOO_MANY);
        assertThat(byCode(pool, "jane", "SMS_OTP").outcome()).isEqualTo(TOO_MANY);
        choice = begin(pool, "USER_AUTH", "USERNAME", "jane").member("Session");
        assertThat(choose(pool, choice).outcome()).isEqualTo(TOO_MANY);
        assertThat(server.inbox(pool.id(), "jane")).hasSize(3);
        assertThat(password(pool, "jane", PASSWORD).body()).contains("AccessToken");

        server.clock().advance(Duration.ofMinutes(59));
        use(1, pool, "jane");
        assertThat(byCode(pool, "jane", "EMAIL_OTP").outcome()).isEqualTo(TOO_MANY);
    }

    private static Reply choose(TestPool pool, String session) {
        return answer(pool, "SELECT_CHALLENGE", session, "USERNAME", "jane", "ANSWER", "EMAIL_OTP");
    }

    /** The limit of the service's own rules is twenty. */
    @Test
    void twentyCodesAnHourAreSentByDefault() {
        try (TestServer usual = TestServer.start()) {
            TestPool pool = jane(SigningIn.pool(usual, BY_CODE));
            use(20, pool, "jane");

            assertThat(byCode(pool, "jane", "EMAIL_OTP").outcome()).isEqualTo(TOO_MANY);
        }
    }

    @Test
    void withoutLimitsNothingIsCounted() {
        try (TestServer unlimited = TestServer.start(TestRules.limits(CodeLimits.OFF))) {
            use(25, jane(SigningIn.pool(unlimited, BY_CODE)), "jane");
        }
    }

    /** Whoever knows a name must not use up what its user needs beside the password. */
    @Test
    void codesBesideAPasswordHaveALimitOfTheirOwn() {
        TestPool pool = jane(SigningIn.pool(server, BY_CODE));
        use(3, pool, "jane");
        TestApp.take(pool, "ON", SMS);
        for (int code = 1; code <= 4; code++) {
            assertThat(password(pool, "jane", PASSWORD).member("ChallengeName")).isEqualTo("SMS_MFA");
        }

        assertThat(password(pool, "jane", PASSWORD).outcome()).isEqualTo(TOO_MANY);
        assertThat(server.inbox(pool.id(), "jane")).hasSize(7);
        server.clock().advance(Duration.ofHours(1));
        Reply challenge = password(pool, "jane", PASSWORD);
        assertThat(answer(
                                pool,
                                "SMS_MFA",
                                challenge.member("Session"),
                                "USERNAME",
                                "jane",
                                "SMS_MFA_CODE",
                                pool.code("jane"))
                        .body())
                .contains("AccessToken");
    }

    /** The same limit where the user chooses the factor, and where an address is set up on the way. */
    @Test
    void aFactorThatIsChosenOrSetUpCountsLikeAnyOther() {
        TestPool pool = SigningIn.pool(server, OWN_SENDER);
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS + "," + BY_EMAIL);
        pool.confirmed("jane", ADDRESSES);
        String token = pool.accessToken("jane");
        TestApp.verified(pool, token);
        pool.callAs(token, "SetUserMFAPreference", """
            "SoftwareTokenMfaSettings":{"Enabled":true},"EmailMfaSettings":{"Enabled":true}\
            """);
        for (int code = 1; code <= 4; code++) {
            assertThat(chosen(pool, choice(pool)).member("ChallengeName")).isEqualTo("EMAIL_OTP");
        }
        String choice = choice(pool);
        assertThat(chosen(pool, choice).outcome()).isEqualTo(TOO_MANY);
        assertThat(answer(pool, "SELECT_MFA_TYPE", choice, "USERNAME", "jane", "ANSWER", "SOFTWARE_TOKEN_MFA")
                        .member("ChallengeName"))
                .as("the session is not used up by a code that is not sent")
                .isEqualTo("SOFTWARE_TOKEN_MFA");

        TestApp.take(pool, "ON", BY_EMAIL);
        pool.confirmed("john", "[]");
        for (int code = 1; code <= 4; code++) {
            assertThat(setUp(pool).member("ChallengeName")).isEqualTo("EMAIL_OTP");
        }
        assertThat(setUp(pool).outcome()).isEqualTo(TOO_MANY);
    }

    private static String choice(TestPool pool) {
        return password(pool, "jane", PASSWORD).member("Session");
    }

    private static Reply chosen(TestPool pool, String session) {
        return answer(pool, "SELECT_MFA_TYPE", session, "USERNAME", "jane", "ANSWER", "EMAIL_OTP");
    }

    /** To an address of somebody else's, as far as the server knows. */
    private static Reply setUp(TestPool pool) {
        String session = password(pool, "john", PASSWORD).member("Session");
        return answer(pool, "MFA_SETUP", session, "USERNAME", "john", "EMAIL", "somebody@example.com");
    }

    /** Lifecycle A8: the limit tells no more than the codes do. */
    @Test
    void aNameWithoutAUserIsRefusedAfterAsMany() {
        TestPool pool = jane(SigningIn.concealing(server, BY_CODE));
        use(3, pool, "nobody@example.com");
        use(3, pool, "jane");

        assertThat(byCode(pool, "nobody@example.com", "EMAIL_OTP").outcome())
                .isEqualTo(byCode(pool, "jane", "EMAIL_OTP").outcome())
                .isEqualTo(TOO_MANY);
        assertThat(byCode(pool, "somebody@example.com", "EMAIL_OTP").member("ChallengeName"))
                .isEqualTo("EMAIL_OTP");
    }

    /** Where usernames are ids, nobody has one too. Reference: auth 9.3, 11. */
    @Test
    void inAPoolOfAddressesNobodyIsAskedForACodeByAnId() {
        TestPool pool = SigningIn.concealing(server, BY_CODE + ",\"UsernameAttributes\":[\"phone_number\"]");
        String jane = pool.signUpWith("+12065550100", "[]").member("UserSub");
        pool.admin("AdminConfirmSignUp", "+12065550100");

        assertThat(byCode(pool, "+12065550100", "SMS_OTP").member("USER_ID_FOR_SRP"))
                .isEqualTo(jane);
        Reply nobody = byCode(pool, "+12065550199", "SMS_OTP");
        assertThat(nobody.member("USER_ID_FOR_SRP")).hasSameSizeAs(jane);
        assertThat(nobody.body()).doesNotContain("+12065550199");
    }

    /** Lifecycle A12: one count by whatever name, as a user's; what the address looks like is the same each time. */
    @Test
    void codesOfNobodyAreCountedByTheAddressAndByTheIdTogether() {
        TestPool pool = SigningIn.concealing(server, BY_CODE + ",\"UsernameAttributes\":[\"phone_number\"]");
        String id = byCode(pool, "+12065550199", "SMS_OTP").member("USER_ID_FOR_SRP");
        String shown = byCode(pool, "+12065550199", "EMAIL_OTP").member("CODE_DELIVERY_DESTINATION");
        assertThat(byCode(pool, id, "EMAIL_OTP").member("CODE_DELIVERY_DESTINATION"))
                .isEqualTo(shown);

        assertThat(byCode(pool, id, "SMS_OTP").outcome()).isEqualTo(TOO_MANY);
        assertThat(byCode(pool, "+12065550199", "SMS_OTP").outcome()).isEqualTo(TOO_MANY);
        for (int code = 1; code <= 5; code++) {
            assertThat(pool.forgot(code % 2 == 0 ? id : "+12065550199").status())
                    .isEqualTo(200);
        }
        assertThat(pool.forgot(id).fault()).isEqualTo("LimitExceededException");
        assertThat(pool.forgot("+12065550199").fault()).isEqualTo("LimitExceededException");
    }

    /** Lifecycle B3: a user is found by a name in any case, and shown the address as it is kept. */
    @Test
    void theCaseOfANameDoesNotTellWhetherItIsAUsers() {
        TestPool folding =
                SigningIn.concealing(server, BY_CODE + ",\"UsernameConfiguration\":{\"CaseSensitive\":false}");
        TestPool exact = SigningIn.concealing(server, BY_CODE + ",\"UsernameConfiguration\":{\"CaseSensitive\":true}");

        assertThat(byCode(folding, "KAY@EXAMPLE.COM", "EMAIL_OTP").member("CODE_DELIVERY_DESTINATION"))
                .isEqualTo("k***@e***");
        assertThat(folding.forgot("KAY@EXAMPLE.COM").member("Destination")).isEqualTo("k***@e***");
        assertThat(byCode(exact, "KAY@EXAMPLE.COM", "EMAIL_OTP").member("CODE_DELIVERY_DESTINATION"))
                .isEqualTo("K***@E***");
    }

    /** One session sends one code, however many choose at once; it is used up together with the message. */
    @Test
    void ofManyChoicesInOneSessionOneSendsACode() throws Exception {
        TestPool pool = jane(SigningIn.pool(server, BY_CODE));
        String choice = begin(pool, "USER_AUTH", "USERNAME", "jane").member("Session");

        List<String> outcomes = Crowd.of(32, _ -> choose(pool, choice).outcome());

        assertThat(outcomes).filteredOn(each -> each.contains("EMAIL_OTP")).hasSize(1);
        assertThat(outcomes)
                .filteredOn(each -> !each.contains("EMAIL_OTP"))
                .containsOnly("NotAuthorizedException: Invalid session for the user, session can only be used once.");
        assertThat(server.inbox(pool.id(), "jane")).hasSize(1);
        use(2, pool, "jane");
    }

    @Test
    void ofManyRequestsAtOnceAsManyAreSentAsAllowed() throws Exception {
        TestPool pool = jane(SigningIn.pool(server, BY_CODE));

        List<String> faults =
                Crowd.of(32, _ -> byCode(pool, "jane", "EMAIL_OTP").fault());

        assertThat(faults).filteredOn("none"::equals).hasSize(3);
        assertThat(faults).containsOnly("none", "TooManyRequestsException");
        assertThat(server.inbox(pool.id(), "jane")).hasSize(3);
    }

    /** A function may take seconds: once the limit is used up it is not asked. */
    @Test
    void theFunctionIsAskedForNoMessageThatIsRefused() {
        TestPool pool = jane(SigningIn.pool(server, BY_CODE + "," + TestFunction.as("CustomMessage")));
        server.function().reset();
        use(3, pool, "jane");

        assertThat(byCode(pool, "jane", "EMAIL_OTP").outcome()).isEqualTo(TOO_MANY);
        assertThat(server.function().events()).hasSize(3);
    }
}
