package dev.cognate.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an access token says, once it is known that one of the pool's keys signed it.
 *
 * @param scopes what the client may do
 */
record AccessClaims(PoolId pool, Sub sub, ClientId client, SignInId signIn, List<String> scopes, Instant expires) {
    private static final Pattern POOL_ID = Pattern.compile("[\\w-]{1,40}_[0-9a-zA-Z]{1,40}");

    /**
     * The claims of a token.
     *
     * @param keys finds what checks signatures by a pool's key for access tokens of that name, null for none
     * @return null when it is no access token, or none that this server signed for the pool that it names
     */
    static @Nullable AccessClaims of(String token, BiFunction<PoolId, @Nullable String, @Nullable JWSVerifier> keys) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            PoolId pool = pool(claims.getIssuer());
            JWSVerifier key =
                    pool == null ? null : keys.apply(pool, jwt.getHeader().getKeyID());
            return pool != null
                            && key != null
                            && isSigned(jwt, key)
                            && TokenUse.ACCESS.claim().equals(claims.getStringClaim("token_use"))
                    ? of(pool, claims)
                    : null;
        } catch (ParseException | JOSEException noToken) {
            return null;
        }
    }

    /** The algorithm is ours to say, not the token's: a public key is no secret that others could have signed with. */
    private static boolean isSigned(SignedJWT jwt, JWSVerifier key) throws JOSEException {
        return JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm()) && jwt.verify(key);
    }

    /**
     * The pool that an issuer names at its end. What comes before is the address under which the server was known when
     * it issued the token: it may have another one today, and the key is the pool's alone.
     */
    private static @Nullable PoolId pool(@Nullable String issuer) {
        if (issuer == null) {
            return null;
        }
        String id = issuer.substring(issuer.lastIndexOf('/') + 1);
        return POOL_ID.matcher(id).matches() ? new PoolId(id) : null;
    }

    private static AccessClaims of(PoolId pool, JWTClaimsSet claims) throws ParseException {
        return new AccessClaims(
                pool,
                new Sub(required(claims, "sub")),
                new ClientId(required(claims, "client_id")),
                new SignInId(Objects.requireNonNullElse(claims.getStringClaim("event_id"), "")),
                List.of(required(claims, "scope").split(" ", -1)),
                claims.getExpirationTime().toInstant());
    }

    private static String required(JWTClaimsSet claims, String name) throws ParseException {
        String value = claims.getStringClaim(name);
        if (value == null) {
            throw new ParseException("No " + name, 0);
        }
        return value;
    }
}
