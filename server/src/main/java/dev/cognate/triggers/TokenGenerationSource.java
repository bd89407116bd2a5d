package dev.cognate.triggers;

/** What makes the PreTokenGeneration trigger fire. Reference: lifecycle I11, auth 24.1. */
public enum TokenGenerationSource {
    /** A sign-in on the hosted pages. */
    HOSTED_AUTH("TokenGeneration_HostedAuth"),
    /** A sign-in through the API. */
    AUTHENTICATION("TokenGeneration_Authentication"),
    /** A sign-in in which the user replaced a temporary password. */
    NEW_PASSWORD_CHALLENGE("TokenGeneration_NewPasswordChallenge"),
    /** A sign-in that a remembered device completed. */
    AUTHENTICATE_DEVICE("TokenGeneration_AuthenticateDevice"),
    /** A refresh token was used. */
    REFRESH_TOKENS("TokenGeneration_RefreshTokens"),
    /** A client asks for a token of its own, without a user; of the third version only. */
    CLIENT_CREDENTIALS("TokenGeneration_ClientCredentials");

    private final String wire;

    TokenGenerationSource(String wire) {
        this.wire = wire;
    }

    /** The {@code triggerSource} of the event. */
    public String wire() {
        return wire;
    }
}
