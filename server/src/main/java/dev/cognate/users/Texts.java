package dev.cognate.users;

/** What this room tells clients. */
final class Texts {
    /** Administrator operations and sign-in (lifecycle A4). */
    static final String NO_USER = "User does not exist.";

    /** A user may not write it, or the client may not (lifecycle C3). */
    static final String UNAUTHORIZED_ATTRIBUTE = "A client attempted to write unauthorized attribute";

    static final String NOT_IN_SCHEMA = "Attribute does not exist in the schema.";
    static final String REQUIRED = "The attribute is required";
    static final String BAD_EMAIL = "Invalid email address format.";
    static final String BAD_PHONE_NUMBER = "Invalid phone number format.";

    static final String NOT_BOOLEAN = "Boolean must be true or false";
    static final String NOT_NUMBER = "Number must be a number";

    /** ListUsers (lifecycle F12). */
    static final String BAD_FILTER = "Error while parsing filter.";

    static final String BAD_ATTRIBUTES_TO_GET = "Input fails to satisfy the constraints.";

    private Texts() {}

    static String badSearchAttribute(String name) {
        return "Invalid search attribute: " + name;
    }

    static String nonconforming(String violations) {
        return "Attributes did not conform to the schema: " + violations;
    }
}
