package dev.cognate.signup;

/** What this room tells clients. Reference: lifecycle A4, C5, E1 to E3. */
final class Texts {
    static final String NO_SELF_SIGN_UP = "SignUp is not permitted for this user pool";
    static final String POLICY_PREFIX = "Password did not conform with policy: ";
    static final String PASSWORD_MISSING = "Password is required for this user pool.";

    static final String NO_SUCH_USER = "Username/client id combination not found.";
    static final String ADMIN_NO_SUCH_USER = "User does not exist.";
    static final String DISABLED = "User is disabled.";
    static final String INVALID_SESSION = "Invalid session for the user.";
    static final String NOT_AUTO_VERIFIED = "Cannot resend codes. Auto verification not turned on.";

    private Texts() {}

    /** ConfirmSignUp, where another user holds the alias. */
    static String aliasTaken(String attribute) {
        return "An account with the " + attribute + " already exists.";
    }
}
