package dev.cognate.domain;

/** Where a user stands. Reference: lifecycle B1; the statuses that the service no longer gives are left out. */
public enum UserStatus {
    /** Signed up; has not proved an address and was not confirmed by an administrator. */
    UNCONFIRMED,
    /** May sign in. */
    CONFIRMED,
    /** Must set a new password before the next sign-in. */
    RESET_REQUIRED,
    /** Has a temporary password that the first sign-in replaces. */
    FORCE_CHANGE_PASSWORD,
    /** Signs in at another identity provider. */
    EXTERNAL_PROVIDER
}
