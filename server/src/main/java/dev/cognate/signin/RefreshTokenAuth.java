package dev.cognate.signin;

import dev.cognate.clients.Client;
import dev.cognate.tokens.RefreshToken;
import dev.cognate.tokens.Refreshing;
import dev.cognate.crypto.SecretHash;
import dev.cognate.wire.fault.NotAuthorizedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token in place of a sign-in: REFRESH_TOKEN_AUTH, also by its older name REFRESH_TOKEN. The secret hash is made
 * over the real username, which the token knows. Reference: auth 10, 16.1.
 */
final class RefreshTokenAuth implements Flow {
    private final Refreshing refreshing;

    RefreshTokenAuth(Refreshing refreshing) {
        this.refreshing = refreshing;
    }

    @Override
    public List<String> required() {
        return List.of("REFRESH_TOKEN");
    }

    @Override
    public Answer begin(Step step) {
        RefreshToken token = refreshing.read(step.client(), step.parameters().require("REFRESH_TOKEN"));
        checkSecret(step.client(), token, step.parameters().find("SECRET_HASH"));
        return new Answer.SignedIn(refreshing.exchange(step.client(), token, step.clientMetadata(), step.call()));
    }

    private static void checkSecret(Client client, RefreshToken token, @Nullable String hash) {
        if (client.secrets().isEmpty()) {
            return;
        }
        if (hash == null) {
            client.checkSecretHash(token.username(), null);
        }
        boolean proved = false;
        for (String secret : client.secrets()) {
            proved |= hash != null && SecretHash.matches(hash, secret, token.username(), client.id().value());
        }
        if (!proved) {
            throw new NotAuthorizedException(Texts.secretHashDiffers(client.id()));
        }
    }
}
