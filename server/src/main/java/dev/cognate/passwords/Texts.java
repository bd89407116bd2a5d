package dev.cognate.passwords;

import dev.cognate.domain.ClientId;

/** What this room tells clients. Reference: lifecycle A4, A8, C5, C6, E4, E5, E10, F3, F4. */
final class Texts {
    /** Before each of the five that follow. */
    static final String POLICY_PREFIX = "Password does not conform to policy: ";

    static final String TOO_SHORT = "Password not long enough";
    static final String NO_LOWERCASE = "Password must have lowercase characters";
    static final String NO_UPPERCASE = "Password must have uppercase characters";
    static final String NO_NUMBER = "Password must have numeric characters";
    static final String NO_SYMBOL = "Password must have symbol characters";

    /** The service's own words are not known. */
    static final String USED_BEFORE = "Password has previously been used";

    static final String NO_SUCH_USER = "Username/client id combination not found.";
    static final String ADMIN_NO_SUCH_USER = "User does not exist.";
    static final String DISABLED = "User is disabled.";
    static final String ONLY_BY_ADMINISTRATOR = "Contact administrator to reset password.";
    static final String NO_RECOVERY_ADDRESS =
            "Cannot reset password for the user as there is no registered/verified email or phone_number";

    /** ChangePassword. */
    static final String INCORRECT = "Incorrect username or password.";

    private Texts() {}

    /** The UserMigration function failed, or does not know the user either. */
    static String notMigrated(ClientId client) {
        return "Exception migrating user in app client " + client;
    }
}
