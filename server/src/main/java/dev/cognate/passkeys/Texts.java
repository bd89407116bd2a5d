package dev.cognate.passkeys;

/** What this room tells clients. No original is known for any of these sentences. Reference: auth 21.3. */
final class Texts {
    static final String NOT_ENABLED = "Passkeys are not enabled for the user pool.";
    static final String NOT_CONFIGURED = "The user pool has no relying party ID and no domain.";
    static final String TOO_MANY = "A user cannot have more than 20 passkeys.";
    static final String MALFORMED = "The credential is not a registration response.";
    static final String NO_CHALLENGE = "The challenge does not exist or has expired.";
    static final String OTHER_CLIENT = "The registration was started with another app client.";
    static final String ORIGIN = "The origin of the credential is not allowed.";
    static final String RELYING_PARTY = "The credential was made for another relying party.";
    static final String NOT_SUPPORTED = "The credential is not supported.";
    static final String EXISTS = "The passkey is registered already.";
    static final String NO_PASSKEY = "The passkey does not exist.";
    static final String NO_USER = "User does not exist.";

    private Texts() {}
}
