package dev.cognate.mfa;

/** What a code of an authenticator app is worth. Each is told differently, auth 6.4. */
public enum TotpCheck {
    /** It is right, and was used up by this check: of several at once, one sees this. */
    RIGHT,
    /** It is not a code of now, or of 30 seconds before or after. */
    WRONG,
    /** It would be right, if it or a later one had not been used before. */
    USED,
    /** The user has no authenticator app whose code was seen before. */
    NOT_SET_UP
}
