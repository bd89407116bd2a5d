package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.PASSWORD;
import static dev.cognate.signin.SigningIn.answer;
import static dev.cognate.signin.SigningIn.begin;
import static dev.cognate.signin.SigningIn.claims;
import static dev.cognate.signin.SigningIn.password;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.crypto.SecretHash;
import dev.cognate.mfa.TestApp;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The first worked exchange of clause 28, and the facts at the end of clause 29 that other clients are known to have
 * checked. The exchanges 28.2, 28.3 and 28.4 are in {@link SecondFactorsTest}, {@link UserAuthTest} and {@link
 * DeviceSignInTest}. Reference: auth 28, 29.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcceptanceTest {
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Clause auth 5.8. Clause 28.1: SRP with TOTP through a client with a secret; each answer proves the secret. */
    @Test
    void theWorkedExchangeOfSrpWithAnApp() {
        TestPool open = server.pool("");
        TestApp.take(open, "OPTIONAL", TestApp.TOKENS);
        open.confirmed("alice", "[]");
        String token = open.accessToken("alice");
        TestApp app = TestApp.associated(open, token);
        open.callAs(token, "VerifySoftwareToken", """
            "UserCode":"%s","FriendlyDeviceName":"phone"\
            """.formatted(app.code()));
        open.callAs(
                token, "SetUserMFAPreference", "\"SoftwareTokenMfaSettings\":{\"Enabled\":true,\"PreferredMfa\":true}");
        Reply created = open.newClient("\"GenerateSecret\":true");
        TestPool pool = open.through(created.member("ClientId"));
        String hash = SecretHash.of(created.member("ClientSecret"), "alice", pool.client());
        SrpClient client = new SrpClient(pool.pool().shortName(), PASSWORD);

        Reply verifier =
                begin(pool, "USER_SRP_AUTH", "USERNAME", "alice", "SRP_A", client.publicNumber(), "SECRET_HASH", hash);
        assertThat(verifier.member("ChallengeName")).isEqualTo("PASSWORD_VERIFIER");
        assertThat(verifier.member("USERNAME")).isEqualTo("alice");
        assertThat(verifier.member("USER_ID_FOR_SRP")).isEqualTo("alice");
        String timestamp = SrpClient.timestamp(server.clock().instant());
        Reply second = answer(
                pool,
                "PASSWORD_VERIFIER",
                "",
                "USERNAME",
                "alice",
                "TIMESTAMP",
                timestamp,
                "PASSWORD_CLAIM_SECRET_BLOCK",
                verifier.member("SECRET_BLOCK"),
                "PASSWORD_CLAIM_SIGNATURE",
                client.sign(verifier, "alice", timestamp),
                "SECRET_HASH",
                hash);
        assertThat(second.member("ChallengeName")).isEqualTo("SOFTWARE_TOKEN_MFA");
        assertThat(second.member("FRIENDLY_DEVICE_NAME")).isEqualTo("phone");
        assertThat(second.member("USER_ID_FOR_SRP")).isEqualTo("alice");
        server.clock().advance(Duration.ofSeconds(60));
        Reply tokens = answer(
                pool,
                "SOFTWARE_TOKEN_MFA",
                second.member("Session"),
                "USERNAME",
                "alice",
                "SOFTWARE_TOKEN_MFA_CODE",
                app.code(),
                "SECRET_HASH",
                hash);
        assertThat(tokens.body())
                .contains(
                        "\"ChallengeParameters\":{}",
                        "\"AccessToken\":",
                        "\"ExpiresIn\":3600",
                        "\"TokenType\":\"Bearer\"",
                        "\"RefreshToken\":",
                        "\"IdToken\":")
                .doesNotContain("NewDeviceMetadata");
    }

    /** "scope exactly aws.cognito.signin.user.admin"; "TokenType Bearer". */
    @Test
    void theScopeIsThatOfOnesOwnAccount() {
        TestPool pool = SigningIn.pool(server, "");
        pool.confirmed("jane", "[]");

        Reply reply = password(pool, "jane", PASSWORD);

        assertThat(claims(reply, "AccessToken")).contains("\"scope\":\"aws.cognito.signin.user.admin\"");
        assertThat(reply.member("TokenType")).isEqualTo("Bearer");
    }

    /** "no email claim without the attribute". */
    @Test
    void whoHasNoAddressHasNoClaimOfOne() {
        TestPool pool = SigningIn.pool(server, "");
        pool.confirmed("jane", "[]");
        pool.confirmed("john", "[{\"Name\":\"email\",\"Value\":\"john@example.com\"}]");

        assertThat(claims(password(pool, "jane", PASSWORD), "IdToken")).doesNotContain("email");
        assertThat(claims(password(pool, "john", PASSWORD), "IdToken")).contains("\"email\":\"john@example.com\"");
    }

    /** "username=sub in e-mail pools and the ID token's email = the sign-in name". */
    @Test
    void inAPoolOfAddressesTheUsernameIsTheSub() {
        TestPool pool = SigningIn.pool(server, "\"UsernameAttributes\":[\"email\"]");
        String sub = pool.signUpWith("jane@example.com", "[]").member("UserSub");
        pool.admin("AdminConfirmSignUp", "jane@example.com");

        Reply reply = password(pool, "jane@example.com", PASSWORD);

        assertThat(claims(reply, "AccessToken")).contains("\"username\":\"" + sub + "\"", "\"sub\":\"" + sub + "\"");
        assertThat(claims(reply, "IdToken")).contains("\"email\":\"jane@example.com\"");
    }

    /** "after disabling the factor AdminGetUser has neither MFA member", and the password alone signs in. */
    @Test
    void aFactorThatIsSwitchedOffIsForgotten() {
        TestPool pool = SigningIn.pool(server, "");
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        pool.confirmed("jane", "[]");
        String token = pool.accessToken("jane");
        TestApp.preferred(pool, token);
        assertThat(pool.adminGetUser("jane").body()).contains("UserMFASettingList", "PreferredMfaSetting");

        pool.callAs(
                token,
                "SetUserMFAPreference",
                "\"SoftwareTokenMfaSettings\":{\"Enabled\":false,\"PreferredMfa\":false}");

        assertThat(pool.adminGetUser("jane").body()).doesNotContain("UserMFASettingList", "PreferredMfaSetting");
        assertThat(password(pool, "jane", PASSWORD).body()).contains("\"AccessToken\":");
    }

    /** "destination masks t***@t***". */
    @Test
    void aDestinationIsMasked() {
        TestPool pool = SigningIn.pool(server, """
            "Policies":{"SignInPolicy":{"AllowedFirstAuthFactors":["PASSWORD","EMAIL_OTP"]}}\
            """);
        pool.confirmed("jane", "[{\"Name\":\"email\",\"Value\":\"test@test.com\"}]");

        assertThat(begin(pool, "USER_AUTH", "USERNAME", "jane", "PREFERRED_CHALLENGE", "EMAIL_OTP")
                        .member("CODE_DELIVERY_DESTINATION"))
                .isEqualTo("t***@t***");
    }

    /**
     * Clause auth 7.s1. "NEW_PASSWORD_REQUIRED has a Session", by plain password; by SRP see {@link UserSrpAuthTest}.
     */
    @Test
    void aTemporaryPasswordLeadsToAChallengeWithASession() {
        TestPool pool = SigningIn.pool(server, "");
        pool.adminCreate("jane", "\"TemporaryPassword\":\"Temp0rary-Horse!\",\"MessageAction\":\"SUPPRESS\"");

        assertThat(password(pool, "jane", "Temp0rary-Horse!").body())
                .contains("\"ChallengeName\":\"NEW_PASSWORD_REQUIRED\"", "\"Session\":")
                .doesNotContain("AuthenticationResult");
    }
}
