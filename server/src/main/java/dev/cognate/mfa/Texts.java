package dev.cognate.mfa;

/** What this room tells clients. Reference: auth 12, 19; oauth-config B15. */
final class Texts {
    static final String NO_USER = "User does not exist.";
    static final String NOT_CONFIRMED = "User is not confirmed.";
    static final String INVALID_SESSION = "Invalid session for the user.";

    static final String NO_SOFTWARE_TOKENS = "Software Token MFA has not been enabled by the userPool";
    static final String CODE_MISMATCH = "Code mismatch and fail enable Software Token MFA";
    static final String TOKEN_NOT_SET_UP = "User has not set up software token mfa";
    static final String TOKEN_NOT_VERIFIED = "User has not verified software token mfa";

    static final String OFF_WITH_FACTORS =
            "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.";
    static final String NO_FACTORS =
            "Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.";
    static final String DEFAULT_SENDER = "Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains"
            + " an EmailSendingAccount of COGNITO_DEFAULT.";

    // No original is known for these.
    static final String NO_TOKEN_NO_SESSION = "Either AccessToken or Session is required.";
    static final String TWO_PREFERRED = "Only one MFA method can be preferred.";
    static final String PREFERRED_WHILE_OFF = "An MFA method that is not enabled cannot be preferred.";
    static final String NO_SMS_CONFIGURATION = "SMS MFA needs an SmsConfiguration.";
    static final String RELYING_PARTY = "RelyingPartyId must be a domain name that is not a public suffix.";
    static final String PASSKEY_IS_NO_MFA =
            "Passkeys are no MFA method in this user pool: its WebAuthnConfiguration needs a FactorConfiguration of"
                    + " MULTI_FACTOR_WITH_USER_VERIFICATION.";
    static final String PASSKEY_ALONE = "Passkeys as an MFA method need another MFA method that is enabled.";

    private Texts() {}

    /** A factor needs an address, and the user has none. */
    static String noDelivery(MfaFactor factor) {
        return "User does not have delivery config set to turn on " + factor;
    }

    /** No original is known. */
    static String notInPool(MfaFactor factor) {
        return factor + " is not enabled in the user pool.";
    }

    static String aboveTier(String tier, String features) {
        return "The following features need to be disabled for the " + tier + " pricing tier configured: " + features;
    }
}
