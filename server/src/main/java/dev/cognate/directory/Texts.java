package dev.cognate.directory;

/** What this room tells clients. Reference: lifecycle A4, B3, C3, F12. */
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

    static final String USERNAME_EXISTS = "User already exists";
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

    /** Where an address is the sign-in name. */
    static String addressTaken(String attribute) {
        return "An account with the given " + attribute + " already exists.";
    }
}
