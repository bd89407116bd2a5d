package dev.cognate.verification;

/** What is said of codes, whatever they are good for. Reference: lifecycle A4. */
final class Texts {
    static final String WRONG_CODE = "Invalid verification code provided, please try again.";
    static final String EXPIRED_CODE = "Invalid code provided, please request a code again.";
    static final String TOO_MANY_ATTEMPTS = "Attempt limit exceeded, please try after some time.";

    /** The address changed while its code was on the way; what to do about it is to ask again. */
    static final String BUSY = "Rate exceeded";

    private Texts() {}
}
