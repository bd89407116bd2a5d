package dev.cognate.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import dev.cognate.app.TestClock;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.crypto.RsaKey;
import dev.cognate.directory.User;
import dev.cognate.domain.UserStatus;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an access token says, and how one is checked, by way of GetUser. Reference: lifecycle A6, auth 14.3, 15. */
class AccessTokensTest {
    private static final String INVALID = "NotAuthorizedException: Invalid Access Token";
    private static final String EXPIRED = "NotAuthorizedException: Access Token has expired";
    private static final String REVOKED = "NotAuthorizedException: Access Token has been revoked";
    private static final String SCOPES = "NotAuthorizedException: Access Token does not have required scopes";
    private static final String NO_USER = "UserNotFoundException: User does not exist.";

    private TestServer server;
    private TestPool pool;

    @BeforeEach
    void start() {
        server = TestServer.start();
        pool = server.pool("");
        pool.confirmed("jane", "[]");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String outcome(String token) {
        return pool.callAs(token, "GetUser", "").outcome();
    }

    private void endSignIns() {
        User user = pool.user("jane");
        server.store().write(tx -> {
            server.rooms().tokens().signIns().endAll(tx, user.pool(), user.sub());
            return true;
        });
    }

    private static String part(String token, int number) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[number]), StandardCharsets.UTF_8);
    }

    /** Auth 14.1 and 14.3: header and claims, in the service's order. */
    @Test
    void aTokenSaysWhoseItIsAndForHowLong() {
        String token = pool.accessToken("jane");
        long now = TestClock.START.getEpochSecond();
        String uuid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

        assertThat(part(token, 0)).matches("\\{\"kid\":\"[A-Za-z0-9+/]{43}=\",\"alg\":\"RS256\"}");
        assertThat(part(token, 1))
                .matches("\\{\"sub\":\"" + pool.user("jane").sub() + "\",\"iss\":\"" + server.url() + "/" + pool.id()
                        + "\",\"client_id\":\"" + pool.client() + "\",\"origin_jti\":\"" + uuid + "\",\"event_id\":\""
                        + uuid
                        + "\",\"token_use\":\"access\",\"scope\":\"aws.cognito.signin.user.admin\",\"auth_time\":" + now
                        + ",\"exp\":" + (now + 3600) + ",\"iat\":" + now + ",\"jti\":\"" + uuid
                        + "\",\"username\":\"jane\"}");
        assertThat(token).matches("[A-Za-z0-9-_=.]+");
    }

    /** Auth 14.1: without token revocation there is no origin; a client may have its own validity (oauth-config B5). */
    @Test
    void theClientDecidesOnTheOriginAndTheValidity() {
        TestPool other = pool.through(pool.newClient("\"EnableTokenRevocation\":false,\"AccessTokenValidity\":20,"
                        + "\"TokenValidityUnits\":{\"AccessToken\":\"minutes\"}")
                .member("ClientId"));

        assertThat(part(other.accessToken("jane"), 1))
                .doesNotContain("origin_jti")
                .contains("\"exp\":" + (TestClock.START.getEpochSecond() + 1200), "\"jti\":");
    }

    /** Auth 15: any library can check the token by the key set; the other key is for ID tokens. */
    @Test
    void theKeySetChecksTheToken() throws Exception {
        SignedJWT token = SignedJWT.parse(pool.accessToken("jane"));
        JWKSet keys = JWKSet.parse(
                server.get("/" + pool.id() + "/.well-known/jwks.json").body());

        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(keys.getKeys()).hasSize(2);
    }

    @Test
    void aGoodTokenIsAccepted() {
        assertThat(outcome(pool.accessToken("jane"))).startsWith("{\"UserAttributes\"");
    }

    /** Clauses A4.2.1, A6.s2, auth 12.13.1, auth 18.s1. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "a.b.c",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.",
                "e30.e30.e30",
                "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL3guZXhhbXBsZS91cy1lYXN0LTFfTm93aGVyZTEifQ.AAAA",
                // The issuer names a pool with U+0000, which no database can look for.
                "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4L3VzLWVhc3QtMV9cdTAwMDBhIn0.AAAA"
            })
    void whatIsNoTokenIsRefused(String text) {
        assertThat(outcome(text)).isEqualTo(INVALID);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Nobody signs with what everybody knows: the key set is no secret of an HMAC. */
    @Test
    void aTokenThatIsAuthenticatedWithThePublicKeyIsRefused() throws Exception {
        SignedJWT token = SignedJWT.parse(pool.accessToken("jane"));
        var key = JWKSet.parse(
                        server.get("/" + pool.id() + "/.well-known/jwks.json").body())
                .getKeyByKeyId(token.getHeader().getKeyID())
                .toRSAKey();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.toRSAPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        String text =
                encoded("{\"kid\":\"" + key.getKeyID() + "\",\"alg\":\"HS256\"}") + "." + token.getParsedParts()[1];

        for (byte[] secret : List.of(key.toRSAPublicKey().getEncoded(), pem.getBytes(StandardCharsets.US_ASCII))) {
            String forged = text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(secret, text));
            assertThat(outcome(forged)).isEqualTo(INVALID);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "RS384", "PS256", "HS256", "ES256"})
    void anotherAlgorithmIsRefusedWhateverTheSignature(String algorithm) {
        String[] parts = pool.accessToken("jane").split("\\.", -1);
        String header = encoded(part(String.join(".", parts), 0).replace("RS256", algorithm));

        assertThat(outcome(header + "." + parts[1] + "." + parts[2])).isEqualTo(INVALID);
        assertThat(outcome(header + "." + parts[1] + ".")).isEqualTo(INVALID);
    }

    @Test
    void aTokenWithoutASignatureIsRefused() {
        String[] parts = pool.accessToken("jane").split("\\.", -1);

        assertThat(outcome(parts[0] + "." + parts[1] + ".")).isEqualTo(INVALID);
        assertThat(outcome(parts[0] + "." + parts[1])).isEqualTo(INVALID);
    }

    /** Clause auth 18.s2. The key that a token brings along, or names elsewhere, is nobody's. */
    @Test
    void aTokenOfAForeignKeyIsRefused() throws Exception {
        RsaKey foreign = RsaKey.fresh(new SecureRandom());
        String[] parts = pool.accessToken("jane").split("\\.", -1);
        String ours = part(String.join(".", parts), 0).replaceAll(".*\"kid\":\"([^\"]+)\".*", "$1");
        String jwk = new RSAKey.Builder(foreign.publicKey()).build().toJSONString();

        for (String header : List.of(
                "{\"kid\":\"" + foreign.id() + "\",\"alg\":\"RS256\"}",
                "{\"kid\":\"" + ours + "\",\"alg\":\"RS256\"}",
                "{\"alg\":\"RS256\"}",
                "{\"alg\":\"RS256\",\"jwk\":" + jwk + "}",
                "{\"alg\":\"RS256\",\"jku\":\"" + server.url() + "/keys\"}")) {
            String text = encoded(header) + "." + parts[1];
            String signature = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(foreign.sign(text.getBytes(StandardCharsets.US_ASCII)));
            assertThat(outcome(text + "." + signature)).isEqualTo(INVALID);
        }
    }

    @Test
    void aTokenWithOtherClaimsIsRefused() {
        String[] parts = pool.accessToken("jane").split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("\"username\":\"jane\"", "\"username\":\"john\"");
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));

        assertThat(outcome(parts[0] + "." + forged + "." + parts[2])).isEqualTo(INVALID);
    }

    @Test
    void aTokenOfAnotherPoolIsRefusedWhenItClaimsThisOne() {
        TestPool other = server.pool("");
        other.confirmed("jane", "[]");
        String[] ours = pool.accessToken("jane").split("\\.", -1);
        String[] theirs = other.accessToken("jane").split("\\.", -1);

        assertThat(outcome(theirs[0] + "." + ours[1] + "." + theirs[2])).isEqualTo(INVALID);
    }

    /** Clauses A4.2.3, A6.s3, auth 12.13.2, auth 18.s3. */
    @Test
    void aTokenExpiresAtItsVeryMoment() {
        String token = pool.accessToken("jane");
        server.clock().advance(Duration.ofHours(1).minusMillis(1));
        assertThat(outcome(token)).startsWith("{");

        server.clock().advance(Duration.ofMillis(1));

        assertThat(outcome(token)).isEqualTo(EXPIRED);
    }

    /**
     * Clauses A4.2.2, A6.s4, auth 12.13.3, auth 18.s6. Auth 17: of a global sign-out; a sign-in of the same millisecond
     * is another one.
     */
    @Test
    void aTokenOfASignInThatEndedIsRevokedAndANewOneIsGood() {
        String token = pool.accessToken("jane");
        endSignIns();

        assertThat(outcome(token)).isEqualTo(REVOKED);
        assertThat(outcome(pool.accessToken("jane"))).startsWith("{");
    }

    @Test
    void oneSignInEndsByItself() {
        String first = pool.accessToken("jane");
        String second = pool.accessToken("jane");
        User user = pool.user("jane");
        String event = part(first, 1).replaceAll(".*\"event_id\":\"([^\"]+)\".*", "$1");

        assertThat(server.store()
                        .<Boolean>write(tx -> server.rooms()
                                .tokens()
                                .signIns()
                                .end(tx, user.pool(), user.sub(), new SignInId(event))))
                .isTrue();

        assertThat(outcome(first)).isEqualTo(REVOKED);
        assertThat(outcome(second)).startsWith("{");
    }

    /** Clauses A4.2.4, A6.s5, auth 12.13.4, auth 18.s4. */
    @Test
    void aTokenWithoutTheScopeIsRefused() {
        assertThat(outcome(pool.accessToken("jane", "openid profile"))).isEqualTo(SCOPES);
    }

    /** Clauses A6.s6, auth 18.s5. */
    @Test
    void aDeletedUserDoesNotExist() {
        String token = pool.accessToken("jane");
        pool.admin("AdminDeleteUser", "jane");

        assertThat(outcome(token)).isEqualTo(NO_USER);
        pool.confirmed("jane", "[]");
        assertThat(outcome(token)).isEqualTo(NO_USER);
    }

    /** Clause auth 18.s5. */
    @Test
    void aDeletedClientDoesNotExist() {
        String token = pool.accessToken("jane");
        pool.adminCall("DeleteUserPoolClient", "\"ClientId\":\"" + pool.client() + "\"");

        assertThat(outcome(token))
                .isEqualTo("ResourceNotFoundException: User pool client " + pool.client() + " does not exist.");
    }

    /** Clauses A6.s7, auth 12.2. */
    @Test
    void aDisabledUserIsRefused() {
        String token = pool.accessToken("jane");
        pool.disable("jane");

        assertThat(outcome(token)).isEqualTo("NotAuthorizedException: User is disabled.");
    }

    /** Clauses A4.20, A4.21, A6.s8, auth 18.s5. */
    @ParameterizedTest
    @EnumSource
    void theStatusDecides(UserStatus status) {
        String token = pool.accessToken("jane");
        pool.change("jane", user -> user.withStatus(status, user.modified()));

        String expected = switch (status) {
            case UNCONFIRMED -> "UserNotConfirmedException: User is not confirmed.";
            case RESET_REQUIRED -> "PasswordResetRequiredException: Password reset required for the user";
            case CONFIRMED, FORCE_CHANGE_PASSWORD, EXTERNAL_PROVIDER -> "{\"UserAttributes\"";
        };
        assertThat(outcome(token)).startsWith(expected);
    }

    /** Clauses A6.s2, A6.s3, A6.s4, A6.s5. The checks in their order: each refusal hides those after it. */
    @Test
    void theOrderOfTheChecksIsTheReferences() {
        String token = pool.accessToken("jane", "openid");
        pool.change("jane", user -> user.withStatus(UserStatus.RESET_REQUIRED, user.modified()));
        assertThat(outcome(token)).isEqualTo(SCOPES);
        endSignIns();
        assertThat(outcome(token)).isEqualTo(REVOKED);
        server.clock().advance(Duration.ofHours(1));
        assertThat(outcome(token)).isEqualTo(EXPIRED);
        assertThat(outcome(token.substring(0, token.length() - 4) + "AAAA")).isEqualTo(INVALID);

        String disabled = pool.accessToken("jane");
        pool.disable("jane");
        assertThat(outcome(disabled)).isEqualTo("NotAuthorizedException: User is disabled.");
    }

    /** Clause A6.s1. */
    @Test
    void aTokenOutsideOfThePatternIsRefusedByItsShape() {
        assertThat(outcome("a b"))
                .isEqualTo("InvalidParameterException: 1 validation error detected: Value at 'accessToken' failed to "
                        + "satisfy constraint: Member must satisfy regular expression pattern: [A-Za-z0-9-_=.]+");
    }

    @Test
    void signInsAreClearedAwayOnceEveryTokenOfThemHasExpired() {
        pool.accessToken("jane");
        SignIns signIns = server.rooms().tokens().signIns();
        server.clock().advance(Duration.ofDays(31));
        assertThat(signIns.sweep(server.store())).isZero();

        server.clock().advance(Duration.ofMillis(1));

        assertThat(signIns.sweep(server.store())).isOne();
    }

    @Test
    void aTokenIsNotPrinted() {
        assertThat(new AccessToken("text", TestClock.START, Duration.ofHours(1)).toString())
                .doesNotContain("text");
    }
}
