package dev.cognate.tokens;

import dev.cognate.clients.Client;
import dev.cognate.clients.Clients;
import dev.cognate.domain.ClientId;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.fault.UnauthorizedException;
import dev.cognate.wire.fault.UnsupportedOperationException;
import dev.cognate.wire.fault.UnsupportedTokenTypeException;
import dev.cognate.wire.model.RevokeAssociatedSessionsType;
import dev.cognate.wire.model.RevokeTokenRequest;
import dev.cognate.wire.model.RevokeTokenResponse;
import org.jspecify.annotations.Nullable;

/**
 * Ends the sign-in that a refresh token continues, with every token of it. A token that is not known any more is as good
 * as revoked. With LINKED, the SSO session that it came through ends too. Reference: auth 17, newer.
 */
final class RevokeToken implements Operation<RevokeTokenRequest, RevokeTokenResponse> {
    private final Store store;
    private final Clients clients;
    private final SignIns signIns;
    private final RefreshTokens refreshTokens;
    private final SignInFollower follower;

    RevokeToken(Tokens.Collaborators with, SignIns signIns, RefreshTokens refreshTokens) {
        this.store = with.store();
        this.clients = with.clients();
        this.follower = with.follower();
        this.signIns = signIns;
        this.refreshTokens = refreshTokens;
    }

    @Override
    public RevokeTokenResponse run(RevokeTokenRequest request, Call call) {
        Client client = authenticated(request.clientId(), request.clientSecret());
        if (!client.revokesTokens()) {
            throw new UnsupportedOperationException(Texts.REVOCATION_OFF);
        }
        if (Jws.isOne(request.token())) {
            throw new UnsupportedTokenTypeException(Texts.ONLY_REFRESH_TOKENS);
        }
        RefreshToken token = refreshTokens.read(request.token());
        if (token != null) {
            revoke(client, token, request.revokeAssociatedSessions() == RevokeAssociatedSessionsType.LINKED);
        }
        return new RevokeTokenResponse();
    }

    /** The fault is the same for a client that does not exist: this operation has no other word for it. */
    private Client authenticated(String id, @Nullable String secret) {
        try {
            Client client = clients.require(new ClientId(id));
            if (client.secrets().isEmpty() || (secret != null && client.hasSecret(secret))) {
                return client;
            }
        } catch (ResourceNotFoundException unknown) {
            // Told below.
        }
        throw new UnauthorizedException(Texts.INVALID_CLIENT);
    }

    private void revoke(Client client, RefreshToken token, boolean linked) {
        if (!token.client().equals(client.id())) {
            throw new UnauthorizedException(Texts.INVALID_CLIENT);
        }
        store.write(tx -> {
            SignIn signIn = signIns.find(tx, token.pool(), token.sub(), token.signIn());
            if (signIn != null && linked) {
                follower.endingWithLinked(tx, signIn);
            }
            return signIns.end(tx, token.pool(), token.sub(), token.signIn());
        });
    }
}
