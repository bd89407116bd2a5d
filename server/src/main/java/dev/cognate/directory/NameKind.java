package dev.cognate.directory;

import dev.cognate.pools.Pool;

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

    /** Whether addresses of this kind are given in place of a username, so that they find a user at once. */
    public boolean isSignInName(Pool pool) {
        return pool.usernameAttributes().stream().anyMatch(each -> each.wire().equals(attribute));
    }

    /** Whether addresses of this kind find a user beside the username, once they are verified. */
    public boolean isAlias(Pool pool) {
        return pool.aliasAttributes().stream().anyMatch(each -> each.wire().equals(attribute));
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
