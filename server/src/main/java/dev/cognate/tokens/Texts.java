package dev.cognate.tokens;

/** What this room tells clients. Reference: lifecycle A4, A6. */
final class Texts {
    static final String INVALID = "Invalid Access Token";
    static final String EXPIRED = "Access Token has expired";
    static final String REVOKED = "Access Token has been revoked";
    static final String SCOPES = "Access Token does not have required scopes";
    static final String NO_USER = "User does not exist.";
    static final String DISABLED = "User is disabled.";
    static final String RESET_REQUIRED = "Password reset required for the user";
    static final String NOT_CONFIRMED = "User is not confirmed.";

    private Texts() {}
}
