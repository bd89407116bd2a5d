package dev.cognate.tokens;

import dev.cognate.clients.Client;
import dev.cognate.crypto.Randomness;
import dev.cognate.triggers.Origin;
import dev.cognate.triggers.PreTokenGenerationAnswer.Changes;
import dev.cognate.triggers.TokenGeneration;
import dev.cognate.triggers.TokenGenerationSource;
import dev.cognate.triggers.Triggers;
import dev.cognate.wire.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens by which clients act for themselves. They follow from no sign-in: nobody can revoke them, so they are
 * good until they expire. Reference: auth 14.3 (M2M), 24.4.
 */
public final class ClientTokens {
    private final Triggers triggers;
    private final SigningKeys keys;
    private final Issuers issuers;
    private final Randomness randomness;
    private final InstantSource clock;

    ClientTokens(Tokens.Collaborators with, SigningKeys keys) {
        this.triggers = with.triggers();
        this.keys = keys;
        this.issuers = with.issuers();
        this.randomness = with.randomness();
        this.clock = with.clock();
    }

    /**
     * Issues a token, once the client has proved who it is. Asks the PreTokenGeneration function, if it is one of the
     * third version: never called inside a transaction.
     *
     * @param scopes what the token is for, all of them the client's
     * @param clientMetadata what the function is told, null for nothing
     * @throws dev.cognate.wire.Fault the function fails
     */
    public AccessToken issue(
            Client client, List<String> scopes, @Nullable Map<String, String> clientMetadata, Call call) {
        Changes changes = asked(client, scopes, clientMetadata, call);
        Instant now = clock.instant();
        Duration validity = client.accessTokenValidity();
        Claims claims = new Claims(TokenUse.ACCESS);
        claims.put("sub", client.id().value());
        claims.put("token_use", TokenUse.ACCESS.claim());
        claims.put("scope", String.join(" ", Issuing.changed(scopes, changes)));
        claims.put("auth_time", now.getEpochSecond());
        claims.put("iss", issuers.of(client.pool()));
        claims.put("exp", now.plus(validity).getEpochSecond());
        claims.put("iat", now.getEpochSecond());
        claims.put("version", 2);
        claims.put("jti", randomness.uuid());
        claims.put("client_id", client.id().value());
        claims.change(changes, client.id().value());
        return new AccessToken(Jws.sign(claims, keys.require(client.pool().id()).access()), now, validity);
    }

    private Changes asked(Client client, List<String> scopes, @Nullable Map<String, String> clientMetadata, Call call) {
        return triggers.preTokenGeneration(
                        client.pool().config().lambdaConfig(),
                        new Origin(client.pool().id(), client.id().value(), client.id(), call.userAgent()),
                        new TokenGeneration(
                                TokenGenerationSource.CLIENT_CREDENTIALS,
                                Map.of(),
                                List.of(),
                                List.of(),
                                null,
                                scopes,
                                clientMetadata))
                .access();
    }
}
