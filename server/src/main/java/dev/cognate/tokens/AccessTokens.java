package dev.cognate.tokens;

import dev.cognate.clients.Client;
import dev.cognate.clients.Clients;
import dev.cognate.crypto.Randomness;
import dev.cognate.crypto.RsaKey;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.store.Store;
import dev.cognate.wire.Fault;
import dev.cognate.wire.Shape;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.PasswordResetRequiredException;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.fault.UserNotConfirmedException;
import dev.cognate.wire.fault.UserNotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Issues access tokens and checks those that come back. */
public final class AccessTokens {
    /** What a sign-in through the API lets a client do: act for the user on the user's own account. */
    public static final String OWN_ACCOUNT = "aws.cognito.signin.user.admin";

    private final Store store;
    private final Clients clients;
    private final Users users;
    private final SignIns signIns;
    private final SigningKeys keys;
    private final Function<PoolId, String> issuer;
    private final Randomness randomness;
    private final InstantSource clock;

    AccessTokens(Tokens.Collaborators with, SignIns signIns, SigningKeys keys) {
        this.store = with.store();
        this.clients = with.clients();
        this.users = with.users();
        this.signIns = signIns;
        this.keys = keys;
        this.issuer = with.issuer();
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
        Instant now = clock.instant();
        Duration validity = client.accessTokenValidity();
        Shape claims = out -> {
            out.beginObject();
            out.member("sub", user.sub().value());
            out.member("cognito:groups", groups.isEmpty() ? null : groups);
            out.member("iss", issuer.apply(user.pool()));
            out.member("client_id", client.id().value());
            out.member("origin_jti", client.revokesTokens() ? signIn.originJti() : null);
            out.member("event_id", signIn.id().value());
            out.member("token_use", TokenUse.ACCESS.claim());
            out.member("scope", String.join(" ", scopes));
            out.member("auth_time", signIn.time().getEpochSecond());
            out.member("exp", now.plus(validity).getEpochSecond());
            out.member("iat", now.getEpochSecond());
            out.member("jti", randomness.uuid());
            out.member("username", user.username());
            out.endObject();
        };
        RsaKey key = keys.require(user.pool()).of(TokenUse.ACCESS);
        return new AccessToken(Jws.sign(claims, key), validity);
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
        AccessClaims claims = AccessClaims.of(token, keys::find);
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
