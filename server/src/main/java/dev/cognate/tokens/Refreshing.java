package dev.cognate.tokens;

import dev.cognate.clients.Client;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.triggers.TokenGenerationSource;
import dev.cognate.triggers.Triggers;
import dev.cognate.wire.Call;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.RefreshTokenReuseException;
import dev.cognate.wire.fault.UnsupportedOperationException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges refresh tokens for new tokens, whichever operation asks: first {@link #read}, then the client proves its
 * secret, then {@link #exchange}. Reference: auth 16.
 */
public final class Refreshing {
    /** How long a request can have been on its way beside the one that exchanged its token. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(10);

    private final Store store;
    private final Users users;
    private final SignIns signIns;
    private final RefreshTokens refreshTokens;
    private final Issuing issuing;
    private final InstantSource clock;
    private final SignInFollower follower;

    Refreshing(Tokens.Collaborators with, SignIns signIns, RefreshTokens refreshTokens, Issuing issuing) {
        this.store = with.store();
        this.users = with.users();
        this.clock = with.clock();
        this.follower = with.follower();
        this.signIns = signIns;
        this.refreshTokens = refreshTokens;
        this.issuing = issuing;
    }

    /**
     * Refuses clients that rotate refresh tokens, which (Admin)InitiateAuth does not do: before it asks whether the flow
     * is enabled. Reference: auth 3 step 4.
     *
     * @throws UnsupportedOperationException the client rotates them
     */
    public void refuseRotating(Client client) {
        if (client.rotatesRefreshTokens()) {
            throw new UnsupportedOperationException(Texts.ROTATION);
        }
    }

    /**
     * REFRESH_TOKEN_AUTH of (Admin)InitiateAuth, once the flow was found enabled. Reference: auth 16.1.
     *
     * @param parameters the request's AuthParameters: {@code REFRESH_TOKEN}, {@code SECRET_HASH}, {@code DEVICE_KEY}
     * @throws InvalidParameterException there is no token
     * @throws NotAuthorizedException the token or the secret hash is not good
     * @throws Fault the PreTokenGeneration function fails
     */
    public AuthenticationResult authenticate(Client client, Map<String, String> parameters, Call call) {
        refuseRotating(client);
        String text = parameters.get("REFRESH_TOKEN");
        if (text == null || text.isEmpty()) {
            throw new InvalidParameterException(Texts.missing("REFRESH_TOKEN"));
        }
        RefreshToken token = read(client, text);
        checkSecretHash(client, token, parameters.get("SECRET_HASH"));
        return exchange(client, token, new Use(parameters.get("DEVICE_KEY"), null, call));
    }

    /** Over the real username alone: here is no other. A public client's hash says nothing, so nothing is asked of it. */
    private static void checkSecretHash(Client client, RefreshToken token, @Nullable String secretHash) {
        if (client.secrets().isEmpty()) {
            return;
        }
        if (secretHash != null && !client.proves(token.username(), secretHash)) {
            throw new NotAuthorizedException(Texts.hashMismatch(client.id()));
        }
        client.checkSecretHash(token.username(), secretHash);
    }

    /**
     * How a token is used.
     *
     * @param deviceKey the device that the request names, null for none
     * @param clientMetadata what the PreTokenGeneration function is told, null for nothing
     */
    record Use(@Nullable String deviceKey, @Nullable Map<String, String> clientMetadata, Call call) {}

    /**
     * What a refresh token says.
     *
     * @throws NotAuthorizedException it is none of this server, or was issued to another client
     */
    RefreshToken read(Client client, String text) {
        RefreshToken token = refreshTokens.read(text);
        if (token == null
                || !token.client().equals(client.id())
                || !token.pool().equals(client.pool().id())) {
            throw new NotAuthorizedException(Texts.INVALID_REFRESH);
        }
        return token;
    }

    /**
     * Exchanges a token. Where the client rotates them, the answer has another refresh token, and the presented one is
     * good for the client's grace period only. Whoever comes with it later shows that two hold it, of whom one may have
     * stolen it: that ends the sign-in. A request that was under way when another one took its token away only loses,
     * whichever of the two the server looked at first.
     *
     * @throws NotAuthorizedException the user is gone or disabled, or the token was revoked or has expired
     * @throws RefreshTokenReuseException the token was exchanged before
     */
    AuthenticationResult exchange(Client client, RefreshToken token, Use use) {
        Look first = store.read(tx -> look(tx, token, use));
        if (first instanceof Reused(Instant since) && !clock.instant().isBefore(since.plus(UNDER_WAY))) {
            store.write(tx -> signIns.end(tx, token.pool(), token.sub(), token.signIn()));
        }
        Holder seen = settle(first);
        Issuing.Form form = issuing.form(
                client,
                seen.standing.user(),
                seen.standing.signIn().scopes(),
                new Grant.Occasion(TokenGenerationSource.REFRESH_TOKENS, use.clientMetadata, use.call));
        Holder holder = settle(atLast(client, token, use, seen));
        String next = client.rotatesRefreshTokens() ? refreshTokens.next(token) : null;
        return issuing.issue(client, holder.standing, form, null, next);
    }

    /** The function may have taken seconds, in which the user may have signed out; without one nobody waited. */
    private Look atLast(Client client, RefreshToken token, Use use, Holder seen) {
        if (client.rotatesRefreshTokens() || seen.followed) {
            return store.write(tx -> use(tx, client, token, use));
        }
        return Triggers.haveTokenFunction(client.pool().config().lambdaConfig())
                ? store.read(tx -> look(tx, token, use))
                : seen;
    }

    /** What a look at a token comes to. */
    private sealed interface Look {}

    /**
     * The token is good for this user.
     *
     * @param followed whether somebody has to hear of the refresh
     */
    private record Holder(Issuing.Standing standing, boolean followed) implements Look {}

    private record Refused(Fault fault) implements Look {}

    /**
     * The token was exchanged before, and its grace is over.
     *
     * @param since when it ended
     */
    private record Reused(Instant since) implements Look {}

    private static Holder settle(Look look) {
        return switch (look) {
            case Holder holder -> holder;
            case Refused(Fault fault) -> throw fault;
            case Reused _ -> throw new RefreshTokenReuseException(Texts.REFRESH_REUSED);
        };
    }

    /** Looks again, and uses the token. */
    private Look use(Tx tx, Client client, RefreshToken token, Use use) {
        Look look = look(tx, token, use);
        if (look instanceof Holder(Issuing.Standing standing, boolean _)) {
            if (client.rotatesRefreshTokens() && !refreshTokens.rotate(tx, client, token)) {
                return new Reused(clock.instant());
            }
            follower.refreshed(tx, standing.signIn(), use.call);
        }
        return look;
    }

    private Look look(Tx tx, RefreshToken token, Use use) {
        User user = users.bySub(tx, token.pool(), token.sub());
        if (user == null) {
            return refused(Texts.USER_DELETED);
        }
        if (!user.enabled()) {
            return refused(Texts.DISABLED);
        }
        SignIn signIn = signIns.find(tx, token.pool(), token.sub(), token.signIn());
        if (signIn == null) {
            return refused(isCleared(token) ? Texts.REFRESH_EXPIRED : Texts.REFRESH_REVOKED);
        }
        if (!clock.instant().isBefore(token.expires())) {
            return refused(Texts.REFRESH_EXPIRED);
        }
        if (!signIn.refreshesOn(use.deviceKey)) {
            return refused(Texts.OTHER_DEVICE);
        }
        Instant spent = refreshTokens.spent(tx, token);
        return spent == null
                ? new Holder(
                        new Issuing.Standing(user, signIn, issuing.groups(tx, user)),
                        follower.followsRefreshes(tx, token.pool()))
                : new Reused(spent);
    }

    /** Some time after its last token a sign-in is cleared away; that is not being revoked. */
    private boolean isCleared(RefreshToken token) {
        return clock.instant().isAfter(token.expires().plus(SignIn.LONGEST_ACCESS));
    }

    private static Refused refused(String text) {
        return new Refused(new NotAuthorizedException(text));
    }
}
