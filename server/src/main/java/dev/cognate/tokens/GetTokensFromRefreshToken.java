package dev.cognate.tokens;

import dev.cognate.clients.Client;
import dev.cognate.clients.Clients;
import dev.cognate.domain.ClientId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.GetTokensFromRefreshTokenRequest;
import dev.cognate.wire.model.GetTokensFromRefreshTokenResponse;
import org.jspecify.annotations.Nullable;

/** Gives new tokens for a refresh token, and another one of these where the client rotates them. Reference: auth 16.2. */
final class GetTokensFromRefreshToken
        implements Operation<GetTokensFromRefreshTokenRequest, GetTokensFromRefreshTokenResponse> {
    private final Clients clients;
    private final Refreshing refreshing;

    GetTokensFromRefreshToken(Clients clients, Refreshing refreshing) {
        this.clients = clients;
        this.refreshing = refreshing;
    }

    @Override
    public GetTokensFromRefreshTokenResponse run(GetTokensFromRefreshTokenRequest request, Call call) {
        Client client = clients.require(new ClientId(request.clientId()));
        checkSecret(client, request.clientSecret());
        RefreshToken token = refreshing.read(client, request.refreshToken());
        AuthenticationResult result = refreshing.exchange(
                client, token, new Refreshing.Use(request.deviceKey(), request.clientMetadata(), call));
        return new GetTokensFromRefreshTokenResponse(result.shown());
    }

    private static void checkSecret(Client client, @Nullable String secret) {
        if (client.secrets().isEmpty()) {
            return;
        }
        if (secret == null) {
            throw new NotAuthorizedException(Texts.secretMissing(client.id()));
        }
        if (!client.hasSecret(secret)) {
            throw new NotAuthorizedException(Texts.secretWrong(client.id()));
        }
    }
}
