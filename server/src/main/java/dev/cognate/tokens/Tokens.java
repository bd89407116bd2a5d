package dev.cognate.tokens;

import com.nimbusds.jose.util.Base64URL;
import dev.cognate.clients.Clients;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.crypto.RsaKey;
import dev.cognate.crypto.RsaProvider;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.domains.Domain;
import dev.cognate.domains.Domains;
import dev.cognate.groups.GroupClaims;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.triggers.Triggers;
import dev.cognate.wire.Handler;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Shape;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.model.Operations;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door to tokens. */
public final class Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    private final SignIns signIns;
    private final SigningKeys keys;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Issuing issuing;
    private final Refreshing refreshing;
    private final Collaborators with;

    /** Makes the room from what it works with. */
    public Tokens(Collaborators with) {
        this.signIns = new SignIns(with.randomness, with.clock);
        RsaProvider provider = RsaProvider.best();
        LOG.info("Tokens are signed by {}", provider);
        this.keys = new SigningKeys(with, provider);
        this.with = with;
        this.accessTokens = new AccessTokens(with, signIns, keys);
        this.refreshTokens = new RefreshTokens(with.keys, with.randomness, with.clock);
        this.issuing = new Issuing(with, signIns, accessTokens, new IdTokens(with, keys), refreshTokens);
        this.refreshing = new Refreshing(with, signIns, refreshTokens, issuing);
    }

    /**
     * What this room works with.
     *
     * @param freshKeys makes keys that nobody else has
     * @param groups what tokens say of a user's groups, as a transaction sees them
     * @param issuers whom tokens name as their issuer
     * @param follower hears of sign-ins
     */
    public record Collaborators(
            Store store,
            Pools pools,
            Clients clients,
            Users users,
            Triggers triggers,
            BiFunction<Tx, User, GroupClaims> groups,
            KeyRing keys,
            Supplier<RsaKey> freshKeys,
            Randomness randomness,
            InstantSource clock,
            Issuers issuers,
            SignInFollower follower) {}

    /** The operations of this room. */
    public List<Handler<?, ?>> operations() {
        return List.of(
                Operations.GET_TOKENS_FROM_REFRESH_TOKEN.by(new GetTokensFromRefreshToken(with.clients, refreshing)),
                Operations.GET_CLIENT_TOKEN.by(new GetClientToken(with, new ClientTokens(with, keys))),
                Operations.GET_SIGNING_CERTIFICATE.by(new GetSigningCertificate(with)),
                Operations.REVOKE_TOKEN.by(new RevokeToken(with, signIns, refreshTokens)),
                Operations.GLOBAL_SIGN_OUT.by(new GlobalSignOut(with.store, accessTokens, signIns)),
                Operations.ADMIN_USER_GLOBAL_SIGN_OUT.by(new AdminUserGlobalSignOut(with, signIns)));
    }

    /**
     * Signs a user in: asks the PreTokenGeneration function, then begins the sign-in in one transaction, then signs its
     * tokens. Never called inside a transaction. The user is read again; whatever else must hold, such as a step that is
     * good once, is for {@link #issue(Grant, Admission)}.
     *
     * @return an ID, an access and a refresh token
     * @throws NotAuthorizedException the user is gone or disabled by now
     * @throws dev.cognate.wire.Fault the function fails: UserLambdaValidationException, UnexpectedLambdaException or
     *     InvalidLambdaResponseException
     */
    public AuthenticationResult issue(Grant grant) {
        return issuing.first(grant, issuing.whoeverMay(grant.user()));
    }

    /**
     * The same, where the caller has the last word. A fault of the function leaves everything as it was, as does one of
     * the admission.
     *
     * @throws dev.cognate.wire.Fault the function fails, or the user is not admitted
     */
    public AuthenticationResult issue(Grant grant, Admission admission) {
        return issuing.first(grant, admission);
    }

    /** New tokens for refresh tokens. */
    public Refreshing refreshing() {
        return refreshing;
    }

    /** Ends the sign-ins of a user who is deleted, and forgets its refresh tokens. */
    public void forget(Tx tx, PoolId pool, Sub sub) {
        signIns.endAll(tx, pool, sub);
        RotatedTokensTable.deleteOf(tx, pool, sub);
    }

    /**
     * Clears away sign-ins, refresh tokens and retired keys that are over.
     *
     * @return how many
     */
    public int sweep() {
        int keysGone = with.store.write(tx -> RetiredKeysTable.deleteExpired(tx, with.clock.instant()));
        return signIns.sweep(with.store) + refreshTokens.sweep(with.store) + keysGone;
    }

    /** The sign-ins that tokens follow from. */
    public SignIns signIns() {
        return signIns;
    }

    /** Access tokens. */
    public AccessTokens accessTokens() {
        return accessTokens;
    }

    /**
     * The key set of a pool: a JSON Web Key Set (RFC 7517) with the public halves of its two keys, and of those that they
     * replaced while tokens of these are good. Reference: auth 15.
     *
     * @throws ResourceNotFoundException there is no such pool
     */
    public byte[] keySet(PoolId pool) {
        List<Shape> shown =
                keys.require(pool).shown().stream().map(Tokens::shown).toList();
        return JsonOutput.encode(out -> {
            out.beginObject();
            out.member("keys", shown);
            out.endObject();
        });
    }

    /**
     * The OpenID configuration of a pool. Its endpoints are at its domain, the custom one where it has two. Reference: auth
     * 15.
     *
     * @throws ResourceNotFoundException there is no such pool
     */
    public byte[] discovery(PoolId id) {
        Pool pool = with.pools.require(id);
        List<Domain> domains = with.store.read(tx -> Domains.of(tx, id));
        String issuer = with.issuers.of(pool);
        String place = with.issuers.place(id);
        return JsonOutput.encode(
                domains.isEmpty()
                        ? Discovery.of(issuer, place)
                        : Discovery.of(issuer, place, with.issuers.place(domains.getFirst())));
    }

    private static Shape shown(RSAPublicKey key) {
        return out -> {
            out.beginObject();
            out.member("alg", "RS256");
            out.member("e", Base64URL.encode(key.getPublicExponent()).toString());
            out.member("kid", RsaKey.idOf(key));
            out.member("kty", "RSA");
            out.member("n", Base64URL.encode(key.getModulus()).toString());
            out.member("use", "sig");
            out.endObject();
        };
    }
}
