package dev.cognate.users;

/** What this room tells clients. Reference: lifecycle A4, C5, F1, F12. */
final class Texts {
    static final String NO_USER = "User does not exist.";

    /** ListUsers. */
    static final String BAD_ATTRIBUTES_TO_GET = "Input fails to satisfy the constraints.";

    /** AdminCreateUser, before the rule that the temporary password breaks. */
    static final String POLICY_PREFIX = "Password did not conform with password policy: ";

    private Texts() {}
}
