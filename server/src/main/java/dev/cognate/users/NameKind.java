package dev.cognate.users;

/** What kind of name finds a user; the first kind wins (lifecycle A7). */
public enum NameKind {
    /** The real username. */
    USERNAME("username"),
    /** A verified e-mail address, or the one that is the sign-in name. */
    EMAIL("email"),
    /** A verified phone number, or the one that is the sign-in name. */
    PHONE_NUMBER("phone_number"),
    /** The preferred username of a confirmed user. */
    PREFERRED_USERNAME("preferred_username");

    private final String attribute;

    NameKind(String attribute) {
        this.attribute = attribute;
    }

    /** The attribute that holds such a name; {@code username} for the username. */
    public String attribute() {
        return attribute;
    }

    static NameKind of(String attribute) {
        return switch (attribute) {
            case "username" -> USERNAME;
            case "email" -> EMAIL;
            case "phone_number" -> PHONE_NUMBER;
            case "preferred_username" -> PREFERRED_USERNAME;
            default -> throw new IllegalArgumentException("No name of that kind: " + attribute);
        };
    }
}
