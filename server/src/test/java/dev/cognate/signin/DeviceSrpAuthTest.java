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
import java.math.BigInteger;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A remembered device that proves itself in place of the second factor, from its first sign-in on. Reference: auth 7 step
 * 3, 9.5, 20.1, 20.2; lifecycle I11.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeviceSrpAuthTest {
    private static final String SECRET = "c29tZXRoaW5nIHRoYXQgb25seSB0aGUgZGV2aWNlIGtub3dz";
    private static final BigInteger SALT = new BigInteger("1a96a4833f1df972d9f7993714467d46", 16);

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

    /** A device as its client keeps it. */
    private record Kept(String key, String group) {
        SrpClient client(String secret) {
            return new SrpClient(group, secret);
        }
    }

    /** A pool where jane has an app for codes. */
    private TestPool jane(String members) {
        TestPool pool = SigningIn.pool(server, TestDevice.ALWAYS + members);
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        pool.confirmed("jane", "[]");
        return pool;
    }

    /** The device of a first sign-in, confirmed; from then on jane has a second factor. */
    private static Kept remembered(TestPool pool) {
        Reply first = SigningIn.password(pool, "jane", PASSWORD);
        Kept device = new Kept(first.member("DeviceKey"), first.member("DeviceGroupKey"));
        String secret = "\"Salt\":\"%s\",\"PasswordVerifier\":\"%s\""
                .formatted(base64(SALT), base64(device.client(SECRET).verifier(SALT, device.key())));
        Reply confirmed =
                pool.callAs(first.member("AccessToken"), "ConfirmDevice", """
                "DeviceKey":"%s","DeviceSecretVerifierConfig":{%s}""".formatted(device.key(), secret));
        assertThat(confirmed.outcome()).isEqualTo("{\"UserConfirmationNecessary\":false}");
        TestApp.preferred(pool, first.member("AccessToken"));
        return device;
    }

    private static String base64(BigInteger number) {
        return Base64.getEncoder().encodeToString(number.toByteArray());
    }

    private static Reply password(TestPool pool, Kept device) {
        return begin(pool, "USER_PASSWORD_AUTH", "USERNAME", "jane", "PASSWORD", PASSWORD, "DEVICE_KEY", device.key());
    }

    private static Reply srp(TestPool pool, Kept device, SrpClient client, Reply asked) {
        return answer(
                pool,
                "DEVICE_SRP_AUTH",
                asked.member("Session"),
                "USERNAME",
                "jane",
                "DEVICE_KEY",
                device.key(),
                "SRP_A",
                client.publicNumber());
    }

    private Reply prove(TestPool pool, Kept device, SrpClient client, Reply challenge) {
        String timestamp = SrpClient.timestamp(server.clock().instant());
        return answer(
                pool,
                "DEVICE_PASSWORD_VERIFIER",
                challenge.member("Session"),
                "USERNAME",
                "jane",
                "DEVICE_KEY",
                device.key(),
                "PASSWORD_CLAIM_SECRET_BLOCK",
                challenge.member("SECRET_BLOCK"),
                "TIMESTAMP",
                timestamp,
                "PASSWORD_CLAIM_SIGNATURE",
                client.sign(challenge, device.key(), timestamp));
    }

    @Test
    void aRememberedDeviceStandsInForTheSecondFactor() {
        TestPool pool = jane("");
        Kept device = remembered(pool);
        SrpClient client = device.client(SECRET);

        Reply asked = password(pool, device);
        assertThat(asked.member("ChallengeName")).isEqualTo("DEVICE_SRP_AUTH");
        assertThat(asked.body()).contains("\"ChallengeParameters\":{}").doesNotContain("AccessToken");
        Reply challenge = srp(pool, device, client, asked);
        assertThat(challenge.member("ChallengeName")).isEqualTo("DEVICE_PASSWORD_VERIFIER");
        assertThat(challenge.member("DEVICE_KEY")).isEqualTo(device.key());
        assertThat(challenge.member("SALT")).isEqualTo(SALT.toString(16));
        Reply tokens = prove(pool, device, client, challenge);

        assertThat(tokens.body())
                .contains("\"AccessToken\":", "\"RefreshToken\":")
                .doesNotContain("NewDeviceMetadata");
        assertThat(claims(tokens, "AccessToken")).contains("\"device_key\":\"" + device.key() + "\"");
    }

    /** Clauses I11.t5, auth 29.7. */
    @Test
    void theFunctionLearnsThatADeviceProvedItself() {
        TestPool pool = jane("," + TestFunction.as("PreTokenGeneration"));
        Kept device = remembered(pool);
        SrpClient client = device.client(SECRET);
        server.function().reset();

        prove(pool, device, client, srp(pool, device, client, password(pool, device)));

        assertThat(server.function().events())
                .extracting(TriggersTest::source)
                .containsExactly("TokenGeneration_AuthenticateDevice");
    }

    @Test
    void anotherSecretProvesNothingAndCountsAsAWrongPassword() {
        TestPool pool = jane("");
        Kept device = remembered(pool);
        SrpClient thief = device.client("guessed");
        for (int wrong = 1; wrong <= 5; wrong++) {
            assertThat(prove(pool, device, thief, srp(pool, device, thief, password(pool, device)))
                            .outcome())
                    .isEqualTo(INCORRECT);
        }

        assertThat(password(pool, device).outcome()).isEqualTo("NotAuthorizedException: Password attempts exceeded");
        server.clock().advance(Duration.ofSeconds(1));
        SrpClient client = device.client(SECRET);
        assertThat(prove(pool, device, client, srp(pool, device, client, password(pool, device)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aProofIsGoodOnce() {
        TestPool pool = jane("");
        Kept device = remembered(pool);
        SrpClient client = device.client(SECRET);
        Reply asked = password(pool, device);
        Reply challenge = srp(pool, device, client, asked);
        assertThat(prove(pool, device, client, challenge).status()).isEqualTo(200);

        assertThat(prove(pool, device, client, challenge).fault()).isEqualTo("NotAuthorizedException");
        assertThat(srp(pool, device, client, asked).fault()).isEqualTo("NotAuthorizedException");
    }

    @Test
    void withoutTheFirstFactorADeviceProvesNothing() {
        TestPool pool = jane("");
        Kept device = remembered(pool);
        SrpClient client = device.client(SECRET);

        assertThat(answer(
                                pool,
                                "DEVICE_SRP_AUTH",
                                "",
                                "USERNAME",
                                "jane",
                                "DEVICE_KEY",
                                device.key(),
                                "SRP_A",
                                client.publicNumber())
                        .outcome())
                .isEqualTo("InvalidParameterException: Missing required parameter Session");
        Reply otherwise = SigningIn.password(pool, "jane", PASSWORD);
        assertThat(otherwise.member("ChallengeName"))
                .as("who names no device is asked for a code")
                .isEqualTo("SOFTWARE_TOKEN_MFA");
        assertThat(srp(pool, device, client, otherwise).fault()).isEqualTo("NotAuthorizedException");
    }

    /** Auth 11: what is wrong with a number must not tell who exists. */
    @Test
    void nobodyIsRefusedAsAUserWithoutASession() {
        TestPool pool = SigningIn.concealing(server, TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");

        for (String name : List.of("jane", "nobody")) {
            assertThat(unasked(pool, name, "0")).isEqualTo("InvalidParameterException: Invalid SRP_A");
            assertThat(unasked(pool, name, "2"))
                    .isEqualTo("InvalidParameterException: Missing required parameter Session");
        }
    }

    private static String unasked(TestPool pool, String username, String number) {
        String key = "us-east-1_00000000-0000-4000-8000-000000000000";
        return answer(pool, "DEVICE_SRP_AUTH", "", "USERNAME", username, "DEVICE_KEY", key, "SRP_A", number)
                .outcome();
    }

    /** Clause auth 12.25. */
    @Test
    void whatIsMissingIsNamedAndAForgottenDeviceIsNone() {
        TestPool pool = jane("");
        Kept device = remembered(pool);
        Reply asked = password(pool, device);

        assertThat(answer(pool, "DEVICE_SRP_AUTH", asked.member("Session"), "USERNAME", "jane", "SRP_A", "2")
                        .outcome())
                .isEqualTo("InvalidParameterException: Missing required parameter DEVICE_KEY");
        pool.adminCall("AdminForgetDevice", "\"Username\":\"jane\",\"DeviceKey\":\"" + device.key() + "\"");
        assertThat(srp(pool, device, device.client(SECRET), asked).outcome())
                .isEqualTo("ResourceNotFoundException: Device does not exist.");
        assertThat(password(pool, device).outcome()).isEqualTo("ResourceNotFoundException: Device does not exist.");
    }
}
