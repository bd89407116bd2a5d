package dev.cognate.tokens;

import dev.cognate.clients.Client;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.triggers.TokenGenerationSource;
import dev.cognate.wire.Call;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.RefreshTokenReuseException;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges refresh tokens for new tokens, whichever operation asks: first {@link #read}, then the operation has the
 * client prove its secret, then {@link #exchange}. Reference: auth 16.
 */
public final class Refreshing {
    private final Store store;
    private final Users users;
    private final SignIns signIns;
    private final RefreshTokens refreshTokens;
    private final TokenSets tokenSets;
    private final InstantSource clock;

    Refreshing(Tokens.Collaborators with, SignIns signIns, RefreshTokens refreshTokens, TokenSets tokenSets) {
        this.store = with.store();
        this.users = with.users();
        this.clock = with.clock();
        this.signIns = signIns;
        this.refreshTokens = refreshTokens;
        this.tokenSets = tokenSets;
    }

    /**
     * What a refresh token says.
     *
     * @throws NotAuthorizedException it is none of this server, or was issued to another client
     */
    public RefreshToken read(Client client, String text) {
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
     * good for the client's grace period only.
     *
     * @throws NotAuthorizedException the user is gone or disabled, or the token was revoked or has expired
     * @throws RefreshTokenReuseException the token was exchanged before
     */
    public AuthenticationResult exchange(
            Client client, RefreshToken token, @Nullable Map<String, String> clientMetadata, Call call) {
        Holder seen = settle(store.read(tx -> look(tx, client, token, false)));
        TokenSets.Form form = tokenSets.form(
                client, seen.user, new TokenSets.Occasion(TokenGenerationSource.REFRESH_TOKENS, clientMetadata, call));
        // The function may have taken seconds, in which the user may have signed out.
        Holder holder = settle(
                client.rotatesRefreshTokens()
                        ? store.write(tx -> look(tx, client, token, true))
                        : store.read(tx -> look(tx, client, token, false)));
        String next = client.rotatesRefreshTokens() ? refreshTokens.next(token) : null;
        return tokenSets.issue(client, holder.user, holder.signIn, form, next);
    }

    /** What a look at a token comes to. */
    private sealed interface Look {}

    /** The token is good for this user. */
    private record Holder(User user, SignIn signIn) implements Look {}

    private record Refused(Fault fault) implements Look {}

    private static Holder settle(Look look) {
        return switch (look) {
            case Holder holder -> holder;
            case Refused(Fault fault) -> throw fault;
        };
    }

    private Look look(Tx tx, Client client, RefreshToken token, boolean rotate) {
        User user = users.bySub(tx, token.pool(), token.sub());
        if (user == null) {
            return refused(Texts.USER_DELETED);
        }
        if (!user.enabled()) {
            return refused(Texts.DISABLED);
        }
        boolean expired = !clock.instant().isBefore(token.expires());
        SignIn signIn = signIns.find(tx, token.pool(), token.sub(), token.signIn());
        if (expired) { // A sign-in is swept away some time after its tokens; that is not being revoked.
            return refused(Texts.REFRESH_EXPIRED);
        }
        if (signIn == null) {
            return refused(Texts.REFRESH_REVOKED);
        }
        boolean good = rotate ? refreshTokens.rotate(tx, client, token) : !refreshTokens.isSpent(tx, token);
        return good ? new Holder(user, signIn) : new Refused(new RefreshTokenReuseException(Texts.REFRESH_REUSED));
    }

    private static Refused refused(String text) {
        return new Refused(new NotAuthorizedException(text));
    }
}
