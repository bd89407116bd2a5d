package dev.cognate.signin;

import dev.cognate.domain.ClientId;

/** What this room tells clients. Reference: auth 12. */
final class Texts {
    static final String INCORRECT = "Incorrect username or password.";
    static final String LOCKED = "Password attempts exceeded";
    static final String DISABLED = "User is disabled.";
    static final String NO_USER = "User does not exist.";
    static final String NOT_CONFIRMED = "User is not confirmed.";
    static final String SECURITY = "Unable to login because of security reasons.";
    static final String RESET_REQUIRED = "Password reset required for the user";
    static final String TEMPORARY_EXPIRED = "Temporary password has expired and must be reset by an administrator.";

    static final String INVALID_SESSION = "Invalid session for the user.";
    static final String EXPIRED_SESSION = "Invalid session for the user, session is expired.";
    static final String USED_SESSION = "Invalid session for the user, session can only be used once.";

    /** The pool asks for a second factor, and this user cannot get any. */
    static final String NO_FACTOR = "User does not have delivery config set to turn on SMS_MFA";

    static final String INVALID_SRP_A = "Invalid SRP_A";
    static final String WRONG_CODE = "Invalid code or auth state for the user.";
    static final String TOO_MANY_CODES = "Attempt limit exceeded, please try after some time.";
    static final String WRONG_TOKEN_CODE = "Invalid code received for user";
    static final String USED_TOKEN_CODE = "Your software token has already been used once.";
    static final String NO_SOFTWARE_TOKEN = "Software Token MFA has not been enabled by the userPool";
    static final String BAD_EMAIL = "Invalid email address format.";
    static final String NO_CUSTOM_FUNCTIONS = "Custom auth lambda trigger is not configured for the user pool.";
    static final String UNRECOGNIZABLE = "Unrecognizable lambda output";

    // No original is known for these.
    static final String NO_CHOICE = "The challenge that was chosen is not available to the user.";
    static final String TIER = "USER_AUTH is not available in the tier of the user pool.";

    static final String METHOD_NOT_SUPPORTED = "Initiate Auth method not supported.";
    static final String FLOW_NOT_ENABLED = "Auth flow not enabled for this client";
    static final String PASSWORD_NOT_ENABLED = "USER_PASSWORD_AUTH flow not enabled for this client";

    private Texts() {}

    static String missing(String parameter) {
        return "Missing required parameter " + parameter;
    }

    static String notEnabled(String flow) {
        return flow + " is not enabled for the client.";
    }

    static String attributeMissing(String attribute) {
        return "Invalid attributes given, " + attribute + " is missing";
    }

    static String alreadyProvided(String attribute) {
        return "Cannot modify an already provided " + attribute;
    }

    /** NEW_PASSWORD_REQUIRED, where another user holds the address or name. */
    static String aliasTaken(String attribute) {
        return "An account with the " + attribute + " already exists.";
    }

    static String notMigrated(ClientId client) {
        return "Exception migrating user in app client " + client;
    }
}
