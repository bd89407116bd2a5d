package dev.cognate.tokens;

import dev.cognate.domain.ClientId;

/** What this room tells clients. Reference: lifecycle A4, A6, auth 12, 16, 17. */
final class Texts {
    static final String INVALID = "Invalid Access Token";
    static final String EXPIRED = "Access Token has expired";
    static final String REVOKED = "Access Token has been revoked";
    static final String SCOPES = "Access Token does not have required scopes";
    static final String NO_USER = "User does not exist.";
    static final String WRONG_SIGN_IN = "Incorrect username or password.";
    static final String DISABLED = "User is disabled.";
    static final String RESET_REQUIRED = "Password reset required for the user";
    static final String NOT_CONFIRMED = "User is not confirmed.";

    static final String INVALID_REFRESH = "Invalid Refresh Token";
    static final String REFRESH_EXPIRED = "Refresh Token has expired";
    static final String REFRESH_REVOKED = "Refresh Token has been revoked";
    static final String REFRESH_REUSED = "Refresh token reuse detected";
    static final String USER_DELETED = "The user has been deleted for the associated refresh token";
    static final String OTHER_DEVICE = "Invalid Refresh Token.";
    static final String ROTATION = "This API does not support refresh token rotation";
    static final String INVALID_CLIENT = "Invalid client or secret";
    static final String REVOCATION_OFF = "This feature is not enabled for this client";
    static final String ONLY_REFRESH_TOKENS = "Only refresh tokens can be revoked";

    // No original is known for these.
    static final String CLIENT_TOKENS_OFF = "CLIENT_TOKEN_AUTH is not enabled for the client.";

    private Texts() {}

    static String scopeInvalid(String scope) {
        return "Invalid scope requested: " + scope;
    }

    static String missing(String parameter) {
        return "Missing required parameter " + parameter;
    }

    static String hashMismatch(ClientId client) {
        return "SecretHash does not match for the client: " + client;
    }

    static String secretMissing(ClientId client) {
        return "Client " + client + " is configured for secret but secret was not received";
    }

    static String secretWrong(ClientId client) {
        return "Unable to verify secret hash for client " + client;
    }
}
