package dev.cognate.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.crypto.RsaKey;
import dev.cognate.domain.PoolId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Other keys for a pool: new tokens have them, and the tokens of the former ones stay good. Reference: auth 15. */
class KeyRotationTest extends TokenRoom {
    private @Nullable TestServer later;

    @AfterEach
    void stopLater() {
        if (later != null) {
            later.close();
        }
    }

    private KeyRotation.@Nullable Rotated rotate(String poolId) {
        return new KeyRotation(server.store(), server.keys(), new SecureRandom(), server.clock())
                .rotate(new PoolId(poolId));
    }

    private KeyRotation.Rotated rotate() {
        return Objects.requireNonNull(rotate(pool.id()));
    }

    /** A node that starts now; the first one may remember the former keys for a second. */
    private TestPool laterNode() {
        later = TestServer.on(server.store(), rules -> rules);
        return new TestPool(later, pool.id(), pool.client());
    }

    private static JWKSet keySet(TestPool pool) throws Exception {
        return JWKSet.parse(
                pool.server().get("/" + pool.id() + "/.well-known/jwks.json").body());
    }

    private static String keyId(String token) throws Exception {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    @Test
    void newTokensHaveTheNewKeysAndEveryNodeAcceptsThem() throws Exception {
        AuthenticationResult before = signIn();
        KeyRotation.Rotated rotated = rotate();
        TestPool there = laterNode();

        String access = there.accessToken("jane");

        assertThat(rotated.retired())
                .containsExactly(keyId(before.id()), keyId(before.access().text()));
        assertThat(keyId(access)).isEqualTo(rotated.created().getLast());
        assertThat(opens(access)).isEqualTo("yes");
    }

    @Test
    void tokensOfTheFormerKeysStayGood() throws Exception {
        String before = signIn().access().text();
        rotate();
        rotate();
        TestPool there = laterNode();

        assertThat(there.callAs(before, "GetUser", "").status()).isEqualTo(200);
        assertThat(SignedJWT.parse(before)
                        .verify(new RSASSAVerifier(
                                keySet(there).getKeyByKeyId(keyId(before)).toRSAKey())))
                .isTrue();
        assertThat(keySet(there).getKeys()).hasSize(6);
    }

    @Test
    void aRetiredKeyIsKnownUntilTheLastTokenOfItIsOver() throws Exception {
        TestPool day = client("\"AccessTokenValidity\":24");
        rotate(pool.id());
        String before = signIn(day, null).access().text();
        rotate();
        server.clock().advance(Duration.ofDays(1).minusMillis(1));
        assertThat(opens(before)).isEqualTo("yes");

        server.clock().advance(Duration.ofMinutes(11));
        TestPool there = laterNode();
        there.server().clock().advance(Duration.ofDays(1).plusMinutes(11));

        assertThat(keySet(there).getKeys()).hasSize(2);
        assertThat(tokens().sweep()).isGreaterThan(0);
        int left = server.store()
                .<Integer>read(tx -> tx.list("SELECT key_id FROM retired_keys", row -> row.string(1))
                        .size());
        assertThat(left).isZero();
    }

    /** A retired key of ID tokens does not become one of access tokens. */
    @Test
    void aRetiredKeyKeepsItsUse() {
        RetiredKey retired =
                new RetiredKey(TokenUse.ID, RsaKey.fresh(new SecureRandom()).publicKey());
        RsaKey id = RsaKey.fresh(new SecureRandom());
        RsaKey access = RsaKey.fresh(new SecureRandom());
        SigningKeys.KeySet keys = new SigningKeys.KeySet(id, access, List.of(retired));

        assertThat(keys.verifying(TokenUse.ID, retired.id())).isEqualTo(retired.publicKey());
        assertThat(keys.verifying(TokenUse.ACCESS, retired.id())).isNull();
        assertThat(keys.verifying(TokenUse.ACCESS, id.id())).isNull();
        assertThat(keys.verifying(TokenUse.ACCESS, null)).isNull();
    }

    @Test
    void theRetiredPrivateKeyIsGone() {
        signIn();
        rotate();

        int sealed = server.store()
                .<Integer>read(tx -> tx.list("SELECT sealed FROM signing_keys", row -> row.bytes(1))
                        .size());
        assertThat(sealed).isEqualTo(2);
    }

    @Test
    void aPoolWithoutKeysHasNothingToChange() {
        assertThat(rotate("us-east-1_Nowhere")).isNull();
        assertThat(rotate(server.pool("").id())).isNull();
    }
}
