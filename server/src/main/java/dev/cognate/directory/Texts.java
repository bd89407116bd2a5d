package dev.cognate.directory;

import dev.cognate.domain.UserStatus;

/** What this room tells clients. Reference: lifecycle A4, B2, B3, C3, F12. */
final class Texts {
    /** A user may not write it, or the client may not. */
    static final String UNAUTHORIZED_ATTRIBUTE = "A client attempted to write unauthorized attribute";

    static final String NOT_IN_SCHEMA = "Attribute does not exist in the schema.";
    static final String NOT_UPDATABLE = "Attribute cannot be updated.";
    static final String REQUIRED = "The attribute is required";
    static final String BAD_EMAIL = "Invalid email address format.";
    static final String BAD_PHONE_NUMBER = "Invalid phone number format.";

    static final String NOT_BOOLEAN = "Boolean must be true or false";
    static final String NOT_NUMBER = "Number must be a number";

    static final String BAD_FILTER = "Error while parsing filter.";

    static final String NO_USER = "User does not exist.";
    static final String USERNAME_EXISTS = "User already exists";

    /** The same, said to an administrator. */
    static final String ACCOUNT_EXISTS = "User account already exists";

    static final String ALREADY_CONFIRMED = "User is already confirmed.";
    static final String NOT_CONFIRMED = "User is not confirmed.";
    static final String RESET_REQUIRED = "Password reset required for the user";
    static final String NOT_RESETTABLE = "User password cannot be reset in the current state.";
    static final String NO_RECOVERY_ADDRESS =
            "Cannot reset password for the user as there is no registered/verified email or phone_number";
    static final String BAD_SESSION = "Invalid session for the user.";

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

    /** An attribute counts as proved that the user does not have; the service's own words are not known. */
    static final String NOTHING_TO_VERIFY = "Unrecognizable lambda output";

    private Texts() {}

    static String cannotConfirm(UserStatus status) {
        return "User cannot be confirmed. Current status is " + status;
    }

    /** An attribute cannot count as proved that the user does not have. */
    static String nothingToVerify(NameKind address) {
        return address == NameKind.EMAIL
                ? "Email is required to verify/un-verify an email"
                : "Phone Number is required to verify/un-verify a phone number";
    }

    static String cannotInvite(String username) {
        return "Resend not possible. " + username + " status is not FORCE_CHANGE_PASSWORD";
    }

    static String badSearchAttribute(String name) {
        return "Invalid search attribute: " + name;
    }

    static String nonconforming(String violations) {
        return "Attributes did not conform to the schema: " + violations;
    }

    /** An update; what cannot be updated at all is said without this frame. */
    static String invalid(String violations) {
        return "Invalid user attributes: " + violations;
    }

    /** Where the address is the sign-in name, or an active alias. */
    static String addressTaken(String attribute) {
        return "An account with the given " + attribute + " already exists.";
    }
}
