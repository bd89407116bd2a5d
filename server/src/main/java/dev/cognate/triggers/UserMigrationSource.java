package dev.cognate.triggers;

/** What makes the UserMigration trigger fire: a name without a user. Reference: lifecycle I9. */
public enum UserMigrationSource {
    /** A sign-in with a password that the function can read. */
    AUTHENTICATION("UserMigration_Authentication"),
    /** ForgotPassword. */
    FORGOT_PASSWORD("UserMigration_ForgotPassword");

    private final String wire;

    UserMigrationSource(String wire) {
        this.wire = wire;
    }

    /** The {@code triggerSource} of the event. */
    public String wire() {
        return wire;
    }
}
