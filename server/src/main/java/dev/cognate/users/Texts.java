package dev.cognate.users;

/** What this room tells clients. Reference: lifecycle A4, F12. */
final class Texts {
    static final String NO_USER = "User does not exist.";

    /** ListUsers. */
    static final String BAD_ATTRIBUTES_TO_GET = "Input fails to satisfy the constraints.";

    private Texts() {}
}
