package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.INCORRECT;
import static dev.cognate.signin.SigningIn.PASSWORD;
import static dev.cognate.signin.SigningIn.answer;
import static dev.cognate.signin.SigningIn.begin;
import static dev.cognate.signin.SigningIn.claims;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.devices.TestDevice;
import dev.cognate.mfa.TestApp;
import dev.cognate.store.SealedValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Remembered devices. Reference: auth 6.1, 7 step 3, 9.5, 20, 25, 28.4, 29. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeviceSignInTest {
    private static final String NO_DEVICE = "ResourceNotFoundException: Device does not exist.";

    private static final String NO_SESSION = "InvalidParameterException: Missing required parameter Session";

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void forgetEvents() {
        server.function().reset();
    }

    /** Jane with an authenticator app, in a pool with further members. */
    private record Jane(TestPool pool, TestApp app) {
        static Jane in(TestPool pool) {
            TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
            pool.confirmed("jane", "[]");
            return new Jane(pool, TestApp.preferred(pool, pool.accessToken("jane")));
        }

        Reply password(String... further) {
            return begin(pool, "USER_PASSWORD_AUTH", with(List.of("USERNAME", "jane", "PASSWORD", PASSWORD), further));
        }

        /** Signs in by password and app. */
        Reply fully() {
            pool.server().clock().advance(Duration.ofSeconds(60));
            return code(password());
        }

        Reply code(Reply challenge) {
            return answer(
                    pool,
                    "SOFTWARE_TOKEN_MFA",
                    challenge.member("Session"),
                    "USERNAME",
                    "jane",
                    "SOFTWARE_TOKEN_MFA_CODE",
                    app.code());
        }

        DeviceInHand device() {
            return DeviceInHand.confirmed(pool, fully());
        }
    }

    private static String[] with(List<String> first, String... further) {
        List<String> all = new ArrayList<>(first);
        Collections.addAll(all, further);
        return all.toArray(String[]::new);
    }

    private Jane jane(String members) {
        return Jane.in(SigningIn.pool(server, members));
    }

    /** Clause auth 7.s6. Clause 20.1: without a DEVICE_KEY a new device is offered. */
    @Test
    void aSignInWithoutADeviceOffersOne() {
        Reply reply = jane(TestDevice.ALWAYS).fully();

        assertThat(reply.member("DeviceKey"))
                .matches("us-east-1_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
        assertThat(reply.member("DeviceGroupKey")).matches("-[0-9A-Za-z]{8}");
        assertThat(jane("").fully().body()).as("no tracking").doesNotContain("NewDeviceMetadata");
    }

    /**
     * Clauses auth 5.14, auth 5.15, auth 9.5.t1. Clause 28.4, the worked exchange, by SRP and with each Session sent
     * back.
     */
    @Test
    void theWorkedExchangeOfARememberedDevice() {
        Jane jane = jane(TestDevice.ALWAYS);
        DeviceInHand device = jane.device();
        SrpClient srp = new SrpClient(jane.pool.pool().shortName(), PASSWORD);

        Reply verifier = begin(
                jane.pool,
                "USER_SRP_AUTH",
                "USERNAME",
                "jane",
                "SRP_A",
                srp.publicNumber(),
                "DEVICE_KEY",
                device.key());
        assertThat(verifier.member("ChallengeName")).isEqualTo("PASSWORD_VERIFIER");
        Reply asked = verify(jane.pool, srp, verifier, "DEVICE_KEY", device.key());
        assertThat(asked.body())
                .contains("\"ChallengeName\":\"DEVICE_SRP_AUTH\"", "\"ChallengeParameters\":{}", "\"Session\":");

        SrpClient client = device.client();
        Reply challenge = device.begin(client, asked.member("Session"), "jane");
        assertThat(challenge.member("ChallengeName")).isEqualTo("DEVICE_PASSWORD_VERIFIER");
        assertThat(challenge.member("DEVICE_KEY")).isEqualTo(device.key());
        assertThat(challenge.member("USERNAME")).isEqualTo("jane");
        assertThat(challenge.body()).contains("\"SALT\":", "\"SRP_B\":", "\"SECRET_BLOCK\":", "\"Session\":");
        Reply tokens = device.prove(client, challenge, challenge.member("Session"), "jane");
        assertThat(tokens.body()).contains("\"AccessToken\":").doesNotContain("NewDeviceMetadata");
        assertThat(claims(tokens, "AccessToken")).contains("\"device_key\":\"" + device.key() + "\"");
    }

    private Reply verify(TestPool pool, SrpClient client, Reply challenge, String... further) {
        String timestamp = SrpClient.timestamp(server.clock().instant());
        return answer(
                pool,
                "PASSWORD_VERIFIER",
                "",
                with(
                        List.of(
                                "USERNAME",
                                "jane",
                                "PASSWORD_CLAIM_SIGNATURE",
                                client.sign(challenge, "jane", timestamp),
                                "PASSWORD_CLAIM_SECRET_BLOCK",
                                challenge.member("SECRET_BLOCK"),
                                "TIMESTAMP",
                                timestamp),
                        further));
    }

    /** Clause 25: pycognito sends none; the secret block says that the password was proved. */
    @Test
    void theDevicesSignatureNeedsNoSession() {
        Jane jane = jane(TestDevice.ALWAYS);
        DeviceInHand device = jane.device();
        SrpClient client = device.client();
        Reply asked = jane.password("DEVICE_KEY", device.key());

        Reply challenge = device.begin(client, asked.member("Session"), "jane");

        assertThat(device.prove(client, challenge, "", "jane").body()).contains("\"AccessToken\":");
        assertThat(device.prove(client, challenge, "", "jane").outcome())
                .as("single use")
                .isEqualTo(INCORRECT);
    }

    /** Clause 25: pycognito sends none at all; it begins with the number by which it has just proved the password. */
    @Test
    void aClientThatSendsNoSessionIsKnownByItsNumber() {
        Jane jane = jane(TestDevice.ALWAYS);
        DeviceInHand device = jane.device();
        SrpClient client = new SrpClient(jane.pool.pool().shortName(), PASSWORD);
        SrpClient sameNumber = client.as(device.client());
        Reply verifier = begin(jane.pool, "USER_SRP_AUTH", "USERNAME", "jane", "SRP_A", client.publicNumber());
        assertThat(device.begin(sameNumber, "", "jane").outcome())
                .as("before the password is proved")
                .isEqualTo(NO_SESSION);
        assertThat(verify(jane.pool, client, verifier, "DEVICE_KEY", device.key())
                        .member("ChallengeName"))
                .isEqualTo("DEVICE_SRP_AUTH");

        assertThat(device.begin(device.client(), "", "jane").outcome())
                .as("another number")
                .isEqualTo(NO_SESSION);
        DeviceInHand elsewhere = new DeviceInHand(SigningIn.through(jane.pool, ""), device.key(), device.group());
        assertThat(elsewhere.begin(sameNumber, "", "jane").outcome())
                .as("another client")
                .isEqualTo(NO_SESSION);
        Reply challenge = device.begin(sameNumber, "", "jane");
        assertThat(challenge.member("ChallengeName")).isEqualTo("DEVICE_PASSWORD_VERIFIER");
        assertThat(device.begin(sameNumber, "", "jane").outcome())
                .as("single use")
                .isEqualTo("NotAuthorizedException: Invalid session for the user, session can only be used once.");
        assertThat(device.prove(sameNumber, challenge, "", "jane").body()).contains("\"AccessToken\":");
    }

    /** Clause 20.2: "within AuthSessionValidity". */
    @Test
    void whatIsKeptForSuchAClientEnds() {
        Jane jane = jane(TestDevice.ALWAYS);
        DeviceInHand device = jane.device();
        SrpClient client = new SrpClient(jane.pool.pool().shortName(), PASSWORD);
        Reply verifier = begin(jane.pool, "USER_SRP_AUTH", "USERNAME", "jane", "SRP_A", client.publicNumber());
        verify(jane.pool, client, verifier, "DEVICE_KEY", device.key());
        server.clock().advance(Duration.ofMinutes(3));

        assertThat(device.begin(client.as(device.client()), "", "jane").outcome())
                .isEqualTo("NotAuthorizedException: Invalid session for the user, session is expired.");
        server.rooms().signin().sweep();
        assertThat(device.begin(client.as(device.client()), "", "jane").outcome())
                .isEqualTo(NO_SESSION);
    }

    /** It is sealed as its column is, so that it neither holds an older seal key back nor looks damaged. */
    @Test
    void whatIsKeptForSuchAClientCanBeSealedAnew() {
        Jane jane = jane(TestDevice.ALWAYS);
        DeviceInHand device = jane.device();
        SrpClient client = new SrpClient(jane.pool.pool().shortName(), PASSWORD);
        Reply verifier = begin(jane.pool, "USER_SRP_AUTH", "USERNAME", "jane", "SRP_A", client.publicNumber());
        verify(jane.pool, client, verifier, "DEVICE_KEY", device.key());

        assertThat(new SealedValues(server.store(), server.keys()).held())
                .filteredOn(held -> held.column().equals("conversations.sealed"))
                .extracting(SealedValues.Held::keyId)
                .containsExactly(server.keys().keyId());
    }

    /** Clause 20.2: "never accept it without proof of the first factor". */
    @Test
    void aDeviceAloneIsNoFirstFactor() {
        Jane jane = jane(TestDevice.ALWAYS);
        DeviceInHand device = jane.device();
        jane.pool.confirmed("john", "[]");
        Reply other = begin(jane.pool, "USER_AUTH", "USERNAME", "jane");

        assertThat(device.begin(device.client(), "", "jane").outcome()).isEqualTo(NO_SESSION);
        assertThat(device.begin(device.client(), other.member("Session"), "jane")
                        .outcome())
                .isEqualTo("NotAuthorizedException: Invalid session for the user.");
        Reply asked = jane.password("DEVICE_KEY", device.key());
        assertThat(device.begin(device.client(), asked.member("Session"), "john")
                        .outcome())
                .isEqualTo("NotAuthorizedException: Invalid session for the user.");
    }

    /**
     * Clause auth 5.15. Clause 20.2: a wrong signature is refused, leaves the challenge good, and counts (clause 13).
     */
    @Test
    void aWrongSignatureIsRefusedAndCounts() {
        Jane jane = jane(TestDevice.ALWAYS);
        DeviceInHand device = jane.device();
        SrpClient client = device.client();
        Reply challenge =
                device.begin(client, jane.password("DEVICE_KEY", device.key()).member("Session"), "jane");
        SrpClient forger = new SrpClient(device.group(), "guessed");

        for (int wrong = 1; wrong <= 5; wrong++) {
            assertThat(device.prove(forger, challenge, "", "jane").outcome()).isEqualTo(INCORRECT);
        }
        assertThat(device.prove(client, challenge, "", "jane").outcome())
                .isEqualTo("NotAuthorizedException: Password attempts exceeded");
        server.clock().advance(Duration.ofSeconds(1));
        assertThat(device.prove(client, challenge, "", "jane").body()).contains("\"AccessToken\":");
    }

    /** Clauses 5 and 20.2. */
    @Test
    void bothChallengesNeedTheKeyOfTheDevice() {
        Jane jane = jane(TestDevice.ALWAYS);

        for (String challenge : List.of("DEVICE_SRP_AUTH", "DEVICE_PASSWORD_VERIFIER")) {
            assertThat(answer(jane.pool, challenge, "", "USERNAME", "jane").outcome())
                    .isEqualTo("InvalidParameterException: Missing required parameter DEVICE_KEY");
        }
    }

    /** Clause 20.2: forgotten on the way; clients begin again without it. */
    @Test
    void aDeviceThatIsForgottenOnTheWayDoesNotExist() {
        Jane jane = jane(TestDevice.ALWAYS);
        DeviceInHand device = jane.device();
        SrpClient client = device.client();
        Reply late = jane.password("DEVICE_KEY", device.key());
        Reply challenge =
                device.begin(client, jane.password("DEVICE_KEY", device.key()).member("Session"), "jane");
        jane.pool.adminCall("AdminForgetDevice", "\"Username\":\"jane\",\"DeviceKey\":\"" + device.key() + "\"");

        assertThat(device.begin(client, late.member("Session"), "jane").outcome())
                .isEqualTo(NO_DEVICE);
        assertThat(device.prove(client, challenge, "", "jane").outcome()).isEqualTo(NO_DEVICE);
        assertThat(jane.fully().body()).contains("\"AccessToken\":", "NewDeviceMetadata");
    }

    /**
     * Clause auth 6.1.t3. Clause 6.1: the same answer without the device succeeds; also for the device of another
     * user.
     */
    @Test
    void anUnknownDeviceDoesNotUseTheChallengeUp() {
        Jane jane = jane(TestDevice.ALWAYS);
        jane.pool.confirmed("john", "[]");
        DeviceInHand johns = DeviceInHand.confirmed(jane.pool, SigningIn.password(jane.pool, "john", PASSWORD));

        for (String key : List.of(johns.key(), "us-east-1_5a2b8c1e-1f3d-4c6b-9a70-0b1c2d3e4f50")) {
            SrpClient client = new SrpClient(jane.pool.pool().shortName(), PASSWORD);
            Reply challenge = begin(jane.pool, "USER_SRP_AUTH", "USERNAME", "jane", "SRP_A", client.publicNumber());
            assertThat(verify(jane.pool, client, challenge, "DEVICE_KEY", key).outcome())
                    .isEqualTo(NO_DEVICE);
            assertThat(verify(jane.pool, client, challenge).member("ChallengeName"))
                    .isEqualTo("SOFTWARE_TOKEN_MFA");
            assertThat(jane.password("DEVICE_KEY", key).outcome()).isEqualTo(NO_DEVICE);
            assertThat(jane.pool.call("InitiateAuth", """
                            "AuthFlow":"USER_PASSWORD_AUTH",
                            "AuthParameters":{"USERNAME":"jane","PASSWORD":"%s","DEVICE_KEY":null}\
                            """.formatted(PASSWORD)).member("ChallengeName"))
                    .as("JSON null is no device (clause 5)")
                    .isEqualTo("SOFTWARE_TOKEN_MFA");
        }
    }

    /**
     * Clause auth 7.s3. Clause 20.1: "MFA is skipped only for remembered devices in pools with
     * ChallengeRequiredOnNewDevice=true".
     */
    @Test
    void onlyARememberedDeviceSparesTheSecondFactorAndOnlyWhereThePoolSaysSo() {
        Jane optIn = jane(TestDevice.OPT_IN);
        DeviceInHand device = optIn.device();
        assertThat(optIn.password("DEVICE_KEY", device.key()).member("ChallengeName"))
                .isEqualTo("SOFTWARE_TOKEN_MFA");
        optIn.pool.adminCall("AdminUpdateDeviceStatus", """
            "Username":"jane","DeviceKey":"%s","DeviceRememberedStatus":"remembered"\
            """.formatted(device.key()));
        assertThat(optIn.password("DEVICE_KEY", device.key()).member("ChallengeName"))
                .isEqualTo("DEVICE_SRP_AUTH");

        Jane always = jane(TestDevice.ALWAYS.replace("OnNewDevice\":true", "OnNewDevice\":false"));
        assertThat(always.password("DEVICE_KEY", always.device().key()).member("ChallengeName"))
                .isEqualTo("SOFTWARE_TOKEN_MFA");
    }

    /**
     * Clauses auth 7.s3, auth 7.s7. Clauses 7 step 3 and 20.1: without a second factor a known device is noted, and no
     * other offered.
     */
    @Test
    void whereNoSecondFactorIsAskedForNeitherIsTheDevice() {
        TestPool pool = SigningIn.pool(server, TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");
        DeviceInHand device = DeviceInHand.confirmed(pool, SigningIn.password(pool, "jane", PASSWORD));

        Reply reply =
                begin(pool, "USER_PASSWORD_AUTH", "USERNAME", "jane", "PASSWORD", PASSWORD, "DEVICE_KEY", device.key());

        assertThat(reply.body()).contains("\"AccessToken\":").doesNotContain("NewDeviceMetadata");
        assertThat(claims(reply, "AccessToken")).contains(device.key());
    }

    /** Clause 3: "device tracking not supported in this flow". */
    @Test
    void anAdministratorsPasswordKnowsNoDevices() {
        TestPool pool = SigningIn.pool(server, TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");

        Reply reply = SigningIn.adminBegin(
                pool,
                "ADMIN_USER_PASSWORD_AUTH",
                "USERNAME",
                "jane",
                "PASSWORD",
                PASSWORD,
                "DEVICE_KEY",
                "us-east-1_5a2b8c1e-1f3d-4c6b-9a70-0b1c2d3e4f50");

        assertThat(reply.body()).contains("\"AccessToken\":").doesNotContain("NewDeviceMetadata");
    }

    /** Clause 29, the row "Respond DEVICE_PASSWORD_VERIFIER"; clause 24.2, newDeviceUsed. */
    @Test
    void theFunctionsLearnWhetherTheDeviceIsNew() {
        Jane jane = jane(TestDevice.ALWAYS + "," + TestFunction.as("PostAuthentication", "PreTokenGeneration"));

        DeviceInHand device = jane.device();
        assertThat(server.function().events().getFirst()).contains("\"newDeviceUsed\":true");
        server.function().reset();
        device.prove(jane.password("DEVICE_KEY", device.key()), "jane");

        assertThat(server.function().events())
                .extracting(TriggersTest::source)
                .containsExactly("PostAuthentication_Authentication", "TokenGeneration_AuthenticateDevice");
        assertThat(server.function().events().getFirst()).contains("\"newDeviceUsed\":false");
    }

    /** Clause 20.1: after the functions have decided, and only where others would be asked for a second factor. */
    @Test
    void aCustomSignInMayEndWithTheDevice() {
        Jane jane = jane(TestDevice.ALWAYS + ","
                + TestFunction.as("DefineAuthChallenge", "CreateAuthChallenge", "VerifyAuthChallengeResponse"));
        DeviceInHand device = jane.device();
        server.function().returns("{\"issueTokens\":true}");

        assertThat(begin(jane.pool, "CUSTOM_AUTH", "USERNAME", "jane").body()).contains("NewDeviceMetadata");
        Reply asked = begin(jane.pool, "CUSTOM_AUTH", "USERNAME", "jane", "DEVICE_KEY", device.key());
        assertThat(asked.member("ChallengeName")).isEqualTo("DEVICE_SRP_AUTH");
        Reply tokens = device.prove(asked, "jane");
        assertThat(tokens.body()).contains("\"AccessToken\":").doesNotContain("NewDeviceMetadata");
        assertThat(begin(jane.pool, "CUSTOM_AUTH", "USERNAME", "jane", "DEVICE_KEY", "us-east-1_x")
                        .outcome())
                .isEqualTo(NO_DEVICE);
    }
}
