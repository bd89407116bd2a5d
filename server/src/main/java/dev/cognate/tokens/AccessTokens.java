package dev.cognate.tokens;

import dev.cognate.clients.Client;
import dev.cognate.clients.Clients;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.triggers.PreTokenGenerationAnswer.Changes;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.PasswordResetRequiredException;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.fault.UserNotConfirmedException;
import dev.cognate.wire.fault.UserNotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Issues access tokens and checks those that come back. */
public final class AccessTokens {
    /** What a sign-in through the API lets a client do: act for the user on the user's own account. */
    public static final String OWN_ACCOUNT = "aws.cognito.signin.user.admin";

    /** What every sign-in through the API lets a client do. */
    static final List<String> OWN_ACCOUNT_ONLY = List.of(OWN_ACCOUNT);

    private final Store store;
    private final Clients clients;
    private final Users users;
    private final SignIns signIns;
    private final SigningKeys keys;
    private final Issuers issuers;
    private final Randomness randomness;
    private final InstantSource clock;

    AccessTokens(Tokens.Collaborators with, SignIns signIns, SigningKeys keys) {
        this.store = with.store();
        this.clients = with.clients();
        this.users = with.users();
        this.signIns = signIns;
        this.keys = keys;
        this.issuers = with.issuers();
        this.randomness = with.randomness();
        this.clock = with.clock();
    }

    /**
     * Issues a token. Reference: auth 14.3.
     *
     * @param client the client that gets it; says how long it is good
     * @param user whom it stands for
     * @param signIn the sign-in that it follows from
     * @param groups the names of the user's groups, by precedence; often none
     * @param scopes what the client may do, {@link #OWN_ACCOUNT} for a sign-in through the API
     */
    public AccessToken issue(Client client, User user, SignIn signIn, List<String> groups, List<String> scopes) {
        return issue(client, user, signIn, groups, scopes, Changes.NONE);
    }

    AccessToken issue(
            Client client, User user, SignIn signIn, List<String> groups, List<String> scopes, Changes changes) {
        Instant now = clock.instant();
        Duration validity = client.accessTokenValidity();
        Claims claims = new Claims(TokenUse.ACCESS);
        claims.put("sub", user.sub().value());
        claims.put("device_key", signIn.deviceKey());
        claims.put(Claims.GROUPS, groups);
        claims.put("iss", issuers.of(client.pool()));
        claims.put("client_id", client.id().value());
        claims.put("origin_jti", showsOrigin(client) ? signIn.originJti() : null);
        claims.put("event_id", signIn.id().value());
        claims.put("token_use", TokenUse.ACCESS.claim());
        claims.put("scope", String.join(" ", scopes));
        claims.put("auth_time", signIn.time().getEpochSecond());
        claims.put("exp", now.plus(validity).getEpochSecond());
        claims.put("iat", now.getEpochSecond());
        if (signIn.oauthScopes() != null) {
            claims.put("version", 2);
        }
        claims.put("jti", randomness.uuid());
        claims.put("username", user.username());
        claims.change(changes, client.id().value());
        return new AccessToken(Jws.sign(claims, keys.require(user.pool()).of(TokenUse.ACCESS)), now, validity);
    }

    /** Whether tokens name the origin by which they can be revoked together. Reference: auth 14.1. */
    static boolean showsOrigin(Client client) {
        return client.revokesTokens() || client.rotatesRefreshTokens();
    }

    /**
     * Checks a token, in the order of lifecycle A6.
     *
     * @throws NotAuthorizedException the token is not this server's or no access token, has expired, was revoked or
     *     lacks the scope; or the user is disabled
     * @throws ResourceNotFoundException its client is gone
     * @throws UserNotFoundException its user is gone
     * @throws PasswordResetRequiredException the user has to set another password first
     * @throws UserNotConfirmedException the user has not confirmed yet
     */
    public Bearer require(String token) {
        AccessClaims claims = AccessClaims.of(token, (pool, keyId) -> keys.verifier(pool, TokenUse.ACCESS, keyId));
        if (claims == null) {
            throw new NotAuthorizedException(Texts.INVALID);
        }
        if (!clock.instant().isBefore(claims.expires())) {
            throw new NotAuthorizedException(Texts.EXPIRED);
        }
        Standing standing = standing(claims);
        // A user's sign-ins go with the user; that the user is gone is said below, in those words.
        if (standing.user != null && standing.signIn == null) {
            throw new NotAuthorizedException(Texts.REVOKED);
        }
        if (!claims.scopes().contains(OWN_ACCOUNT)) {
            throw new NotAuthorizedException(Texts.SCOPES);
        }
        Client client = clients.require(claims.client());
        if (standing.user == null || standing.signIn == null) {
            throw new UserNotFoundException(Texts.NO_USER);
        }
        Fault refusal = refusal(standing.user);
        if (refusal != null) {
            throw refusal;
        }
        return new Bearer(client, standing.user, standing.signIn);
    }

    /** The bearer's sign-in as a transaction sees it, null when it is over by now. */
    public @Nullable SignIn signIn(Tx tx, Bearer bearer) {
        User user = bearer.user();
        return signIns.find(tx, user.pool(), user.sub(), bearer.signIn().id());
    }

    /** What is left of those whom a token is about. */
    private record Standing(@Nullable User user, @Nullable SignIn signIn) {}

    private Standing standing(AccessClaims claims) {
        return store.read(tx -> new Standing(
                users.bySub(tx, claims.pool(), claims.sub()),
                signIns.find(tx, claims.pool(), claims.sub(), claims.signIn())));
    }

    /** Why a user may not act, null for no reason. */
    private static @Nullable Fault refusal(User user) {
        if (!user.enabled()) {
            return new NotAuthorizedException(Texts.DISABLED);
        }
        return switch (user.status()) {
            case RESET_REQUIRED -> new PasswordResetRequiredException(Texts.RESET_REQUIRED);
            case UNCONFIRMED -> new UserNotConfirmedException(Texts.NOT_CONFIRMED);
            case CONFIRMED, FORCE_CHANGE_PASSWORD, EXTERNAL_PROVIDER -> null;
        };
    }
}
