package dev.cognate.signup;

import dev.cognate.domain.UserStatus;

/** What this room tells clients. Reference: lifecycle A4, B3, C5, E1 to E3. */
final class Texts {
    static final String NO_SELF_SIGN_UP = "SignUp is not permitted for this user pool";
    static final String USERNAME_EXISTS = "User already exists";
    static final String POLICY_PREFIX = "Password did not conform with policy: ";
    static final String PASSWORD_MISSING = "Password is required for this user pool.";

    static final String USERNAME_IS_EMAIL = "Username should be an email.";
    static final String USERNAME_IS_PHONE = "Username should be a phone number.";
    static final String USERNAME_IS_EITHER = "Username should be either an email or a phone number.";
    static final String USERNAME_LIKE_EMAIL =
            "Username cannot be of email format, since user pool is configured for email alias.";
    static final String USERNAME_LIKE_PHONE =
            "Username cannot be of phone number format, since user pool is configured for phone number alias.";
    static final String PREFERRED_USERNAME_TOO_EARLY =
            "Preferred username cannot be provided for unconfirmed account, since user pool is configured for preferred "
                    + "username alias.";

    static final String NO_SUCH_USER = "Username/client id combination not found.";
    static final String ADMIN_NO_SUCH_USER = "User does not exist.";
    static final String DISABLED = "User is disabled.";
    static final String ALREADY_CONFIRMED = "User is already confirmed.";
    static final String NOT_AUTO_VERIFIED = "Cannot resend codes. Auto verification not turned on.";
    static final String WRONG_CODE = "Invalid verification code provided, please try again.";
    static final String EXPIRED_CODE = "Invalid code provided, please request a code again.";
    static final String TOO_MANY_ATTEMPTS = "Attempt limit exceeded, please try after some time.";

    /** PreSignUp verified an attribute that the user does not have; the service's own words are not known. */
    static final String NOTHING_TO_VERIFY = "Unrecognizable lambda output";

    private Texts() {}

    static String cannotConfirm(UserStatus status) {
        return "User cannot be confirmed. Current status is " + status;
    }

    /** SignUp, where an address is the sign-in name. */
    static String addressTaken(String attribute) {
        return "An account with the given " + attribute + " already exists.";
    }

    /** ConfirmSignUp, where another user holds the alias. */
    static String aliasTaken(String attribute) {
        return "An account with the " + attribute + " already exists.";
    }
}
