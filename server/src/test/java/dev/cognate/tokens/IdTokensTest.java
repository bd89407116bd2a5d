package dev.cognate.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.cognate.app.TestClock;
import dev.cognate.app.TestPool;
import dev.cognate.triggers.TokenGenerationSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an ID token says. Reference: auth 14.1, 14.2. */
class IdTokensTest extends TokenRoom {
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private AuthenticationResult consented(List<String> scopes, String nonce) {
        Grant api = grant(pool, null);
        return tokens().issue(new Grant(
                api.client(),
                api.user(),
                api.proof(),
                new Grant.Occasion(TokenGenerationSource.HOSTED_AUTH, null, CALL),
                new Grant.Consent(scopes, nonce)));
    }

    private void setAttributes(String json) {
        assertThat(pool.adminCall("AdminUpdateUserAttributes", "\"Username\":\"jane\",\"UserAttributes\":" + json)
                        .outcome())
                .isEqualTo("{}");
    }

    @Test
    void theHeaderAndTheClaimsAreTheServices() {
        AuthenticationResult result = signIn();
        long now = TestClock.START.getEpochSecond();
        String header =
                new String(Base64.getUrlDecoder().decode(result.id().split("\\.", -1)[0]), StandardCharsets.UTF_8);

        assertThat(header).matches("\\{\"kid\":\"[A-Za-z0-9+/]{43}=\",\"alg\":\"RS256\"}");
        assertThat(claims(result.id()))
                .matches("\\{\"sub\":\"" + pool.user("jane").sub() + "\",\"iss\":\"" + server.url() + "/" + pool.id()
                        + "\",\"cognito:username\":\"jane\",\"origin_jti\":\"" + UUID + "\",\"aud\":\"" + pool.client()
                        + "\",\"event_id\":\"" + UUID + "\",\"token_use\":\"id\",\"auth_time\":" + now + ",\"exp\":"
                        + (now + 3600) + ",\"iat\":" + now + ",\"jti\":\"" + UUID
                        + "\",\"email\":\"jane@example.com\"}");
    }

    /** Clause auth 29.t3. 14.1: origin_jti and event_id are those of the access token, jti is not; the keys differ. */
    @Test
    void theTwoTokensBelongTogether() throws Exception {
        AuthenticationResult result = signIn();
        String access = result.access().text();

        assertThat(claim(result.id(), "origin_jti")).isEqualTo(claim(access, "origin_jti"));
        assertThat(claim(result.id(), "event_id")).isEqualTo(claim(access, "event_id"));
        assertThat(claim(result.id(), "jti")).isNotEqualTo(claim(access, "jti"));
        assertThat(claim(signIn().id(), "origin_jti")).isNotEqualTo(claim(access, "origin_jti"));
        assertThat(SignedJWT.parse(result.id()).getHeader().getKeyID())
                .isNotEqualTo(SignedJWT.parse(access).getHeader().getKeyID());
    }

    /** 14.1: whoever checks both sees them begin and expire together, however long the pool's first keys take to make. */
    @Test
    void theTwoTokensAreOfOneMoment() {
        server.clock().tick(Duration.ofSeconds(1));
        AuthenticationResult result = signIn();
        String access = result.access().text();

        assertThat(claim(result.id(), "iat")).isEqualTo(claim(access, "iat"));
        assertThat(claim(result.id(), "exp")).isEqualTo(claim(access, "exp"));
    }

    @Test
    void theKeySetChecksTheToken() throws Exception {
        SignedJWT token = SignedJWT.parse(signIn().id());
        JWKSet keys = JWKSet.parse(
                server.get("/" + pool.id() + "/.well-known/jwks.json").body());

        assertThat(token.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
    }

    /** 14.1: revocation off: no origin_jti in either, jti in the access token only. */
    @Test
    void withoutRevocationThereIsNoOrigin() {
        TestPool without = client("\"EnableTokenRevocation\":false");
        AuthenticationResult result = signIn(without, null);

        assertThat(claims(result.id())).doesNotContain("jti");
        assertThat(claims(result.access().text())).doesNotContain("origin_jti").contains("\"jti\":");
    }

    /** 14.1: rotation brings it back. */
    @Test
    void withRotationThereIsAnOrigin() {
        TestPool rotating = client("\"EnableTokenRevocation\":false," + ROTATING.formatted(0));

        assertThat(claims(signIn(rotating, null).id())).contains("\"origin_jti\":");
    }

    /** B5: the validity of a client, in its units. */
    @Test
    void theClientSaysHowLongItIsGood() {
        TestPool other = client("\"IdTokenValidity\":600,\"AccessTokenValidity\":10,"
                + "\"TokenValidityUnits\":{\"IdToken\":\"seconds\",\"AccessToken\":\"minutes\"}");
        AuthenticationResult result = signIn(other, null);

        assertThat(claim(result.id(), "exp")).isEqualTo(String.valueOf(TestClock.START.getEpochSecond() + 600));
        assertThat(result.access().validity()).hasMinutes(10);
    }

    /** Booleans, a number, an object; everything else is a text. */
    @Test
    void attributesHaveTheirTypes() {
        setAttributes("""
                [{"Name":"email_verified","Value":"true"},{"Name":"phone_number","Value":"+12065550100"},\
                {"Name":"phone_number_verified","Value":"false"},{"Name":"updated_at","Value":"1700000000"},\
                {"Name":"address","Value":"1 \\"Main\\" St"},{"Name":"zoneinfo","Value":"UTC"}]""");

        assertThat(claims(signIn().id()))
                .contains(
                        "\"email_verified\":true",
                        "\"phone_number_verified\":false",
                        "\"phone_number\":\"+12065550100\"",
                        "\"updated_at\":1700000000",
                        "\"address\":{\"formatted\":\"1 \\\"Main\\\" St\"}",
                        "\"zoneinfo\":\"UTC\"");
    }

    /** Numbers and booleans of custom attributes are texts too; those of developers are never shown. */
    @Test
    void customAttributesAreTexts() {
        TestPool custom = server.pool("""
                "Schema":[{"Name":"tenant","AttributeDataType":"Number","Mutable":true},\
                {"Name":"score","AttributeDataType":"String","DeveloperOnlyAttribute":true,"Mutable":true}]""");
        custom.confirmed("jane", "[{\"Name\":\"custom:tenant\",\"Value\":\"7\"}]");
        custom.change("jane", user -> user.withAttribute("dev:custom:score", "9", user.modified()));

        assertThat(claims(signIn(custom, null).id()))
                .contains("\"custom:tenant\":\"7\"")
                .doesNotContain("score");
    }

    /** ReadAttributes decide. */
    @Test
    void aClientSeesWhatItMayRead() {
        TestPool other = client("\"ReadAttributes\":[\"name\"]");

        assertThat(claims(signIn(other, null).id())).doesNotContain("email");
    }

    /** 14.2: strings inside, a JSON array in the token. */
    @Test
    void identitiesAreAnArray() {
        String identities = "[{\"userId\":\"1234\",\"providerName\":\"Google\",\"primary\":\"true\"}]";
        pool.change("jane", user -> user.withAttribute("identities", identities, user.modified()));

        assertThat(claims(signIn().id())).contains("\"identities\":" + identities);
    }

    /** Clause G.t1. 14.1: groups by precedence, their roles, and the role that takes precedence. */
    @Test
    void groupsAreInBothTokensAndRolesInThisOne() {
        for (String group : List.of("\"admins\",\"Precedence\":1", "\"staff\",\"Precedence\":2")) {
            String name = group.substring(0, group.indexOf(','));
            pool.adminCall(
                    "CreateGroup",
                    "\"GroupName\":" + group + ",\"RoleArn\":\"arn:aws:iam::123456789012:role/" + name.replace("\"", "")
                            + "\"");
            pool.adminCall("AdminAddUserToGroup", "\"Username\":\"jane\",\"GroupName\":" + name);
        }
        AuthenticationResult result = signIn();

        assertThat(claim(result.id(), "cognito:groups")).isEqualTo("[\"admins\",\"staff\"]");
        assertThat(claim(result.id(), "cognito:roles"))
                .isEqualTo("[\"arn:aws:iam::123456789012:role/admins\",\"arn:aws:iam::123456789012:role/staff\"]");
        assertThat(claim(result.id(), "cognito:preferred_role")).isEqualTo("\"arn:aws:iam::123456789012:role/admins\"");
        assertThat(claims(result.access().text()))
                .contains("\"cognito:groups\":[\"admins\",\"staff\"]")
                .doesNotContain("role");
    }

    /** 14.2: nonce and at_hash come from the OAuth endpoints, and scopes limit the attributes. */
    @Test
    void anOauthClientGetsWhatItsScopesName() throws Exception {
        pool.change("jane", user -> user.withAttribute("name", "Jane", user.modified()));
        AuthenticationResult email = consented(List.of("openid", "email"), "n-1");
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(email.access().text().getBytes(StandardCharsets.US_ASCII));

        assertThat(claim(email.id(), "nonce")).isEqualTo("\"n-1\"");
        assertThat(claim(email.id(), "at_hash"))
                .isEqualTo("\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16))
                        + "\"");
        assertThat(claims(email.id())).contains("\"email\":").doesNotContain("\"name\":");
        assertThat(claims(consented(List.of("openid"), "n").id())).contains("\"email\":", "\"name\":");
    }

    /** 14.3: version 2 and the scopes of the consent, also after a refresh. */
    @Test
    void theAccessTokenOfAnOauthClientHasItsScopes() {
        AuthenticationResult result = consented(List.of("openid", "email"), "n-1");
        String later = refresh(pool, refreshToken(result), "").member("AccessToken");

        for (String token : List.of(result.access().text(), later)) {
            assertThat(claims(token)).contains("\"scope\":\"openid email\"", "\"version\":2");
        }
        assertThat(claims(signIn().access().text())).doesNotContain("version", "nonce", "at_hash");
    }
}
