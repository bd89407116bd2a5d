package dev.cognate.tokens;

import dev.cognate.wire.model.AuthenticationResultType;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that a user gets at once. They are not printed.
 *
 * @param access the access token
 * @param id the ID token, signed
 * @param refresh the refresh token; null where the client keeps the one it has
 */
public record AuthenticationResult(
        AccessToken access, String id, @Nullable String refresh) {

    /** As the API shows it. */
    public AuthenticationResultType shown() {
        return AuthenticationResultType.builder()
                .accessToken(access.text())
                .expiresIn((int) access.validity().toSeconds())
                .tokenType("Bearer")
                .refreshToken(refresh)
                .idToken(id)
                .build();
    }

    @Override
    public String toString() {
        return "AuthenticationResult[***]";
    }
}
