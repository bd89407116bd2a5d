package dev.cognate.codes;

import java.time.Duration;

/** What a code is good for, for how long, and how often an hour it may be asked for and tried. Reference: lifecycle A9, A12. */
public enum CodeKind {
    /** Confirms a sign-up. */
    SIGN_UP(Duration.ofHours(24), "ResendConfirmationCode", "ConfirmSignUp"),
    /** Proves that an e-mail address belongs to its user. */
    EMAIL_VERIFICATION(Duration.ofHours(24), "GetUserAttributeVerificationCode", "VerifyUserAttribute"),
    /** Proves that a phone number belongs to its user. */
    PHONE_VERIFICATION(Duration.ofHours(24), "GetUserAttributeVerificationCode", "VerifyUserAttribute"),
    /** Lets a user who forgot the password set another one. */
    PASSWORD_RESET(Duration.ofHours(1), "ForgotPassword", "ConfirmForgotPassword"),
    /** No code: only counts how often a signed-in user changes the password. */
    PASSWORD_CHANGE(Duration.ZERO, "ChangePassword", "ChangePassword"),
    /** No code: only counts those that are sent in place of a password, which whoever knows a name may ask for. */
    FIRST_FACTOR(Duration.ZERO, "FirstFactorCode", "FirstFactorCode"),
    /** No code: only counts those that are sent to who has proved a password. */
    SECOND_FACTOR(Duration.ZERO, "SecondFactorCode", "SecondFactorCode");

    private final Duration validity;
    private final String sentBy;
    private final String triedBy;

    CodeKind(Duration validity, String sentBy, String triedBy) {
        this.validity = validity;
        this.sentBy = sentBy;
        this.triedBy = triedBy;
    }

    /**
     * Whether requests and tries use up one limit together, the one of {@link #triedBy}: for a code that opens an account
     * whose owner may not notice.
     */
    boolean countsTogether() {
        return this == PASSWORD_RESET;
    }

    /** How long a code of this kind is good after it was issued. */
    Duration validity() {
        return validity;
    }

    /** The operation by which users ask for such a code, or what several of them do in common; its calls are limited. */
    public String sentBy() {
        return sentBy;
    }

    /** The operation by which users give the code back; its calls are limited. */
    public String triedBy() {
        return triedBy;
    }

    /** The kind under whose name calls are counted: kinds of one operation share its limit. */
    CodeKind counted() {
        return this == PHONE_VERIFICATION ? EMAIL_VERIFICATION : this;
    }
}
