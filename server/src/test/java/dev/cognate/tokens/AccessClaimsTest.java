package dev.cognate.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import dev.cognate.crypto.RsaKey;
import dev.cognate.wire.Shape;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which signed texts are access tokens. Reference: lifecycle A6, auth 18 steps 1 and 2. */
class AccessClaimsTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SigningKeys.KeySet KEYS =
            new SigningKeys.KeySet(RsaKey.fresh(RANDOM), RsaKey.fresh(RANDOM), List.of());

    private static Shape claims(String issuer, String use, @Nullable String sub) {
        return out -> {
            out.beginObject();
            out.member("sub", sub);
            out.member("iss", issuer);
            out.member("client_id", "client");
            out.member("event_id", "event");
            out.member("token_use", use);
            out.member("scope", "openid profile");
            out.member("exp", 1_800_000_000L);
            out.endObject();
        };
    }

    private static @Nullable AccessClaims read(Shape claims, RsaKey key) {
        return AccessClaims.of(
                Jws.sign(claims, key), (pool, keyId) -> pool.value().equals("us-east-1_A") ? verifier(keyId) : null);
    }

    private static @Nullable JWSVerifier verifier(@Nullable String keyId) {
        RSAPublicKey known = KEYS.verifying(TokenUse.ACCESS, keyId);
        return known == null ? null : new RSASSAVerifier(known);
    }

    @Test
    void whatTheAccessKeySignedIsRead() {
        AccessClaims claims = read(claims("http://localhost/us-east-1_A", "access", "sub"), KEYS.access());

        assertThat(claims).isNotNull();
        assertThat(claims.scopes()).containsExactly("openid", "profile");
    }

    /** A server may have got another address since it issued the token. */
    @Test
    void theIssuersAddressDoesNotMatterItsPoolDoes() {
        assertThat(read(claims("https://other.example.com/auth/us-east-1_A", "access", "sub"), KEYS.access()))
                .isNotNull();
        assertThat(read(claims("http://localhost/us-east-1_B", "access", "sub"), KEYS.access()))
                .isNull();
    }

    @Test
    void anIdTokenIsNoAccessToken() {
        assertThat(read(claims("http://localhost/us-east-1_A", "id", "sub"), KEYS.access()))
                .isNull();
    }

    @Test
    void theKeyOfIdTokensSignsNoAccessToken() {
        assertThat(read(claims("http://localhost/us-east-1_A", "access", "sub"), KEYS.id()))
                .isNull();
    }

    @Test
    void aStrangersKeyDoesNotCount() {
        assertThat(read(claims("http://localhost/us-east-1_A", "access", "sub"), RsaKey.fresh(RANDOM)))
                .isNull();
    }

    @Test
    void aTokenWithoutASubjectIsNone() {
        assertThat(read(claims("http://localhost/us-east-1_A", "access", null), KEYS.access()))
                .isNull();
    }
}
