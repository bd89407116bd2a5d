package dev.cognate.groups;

/** What this room tells clients. The last two have no known original. Reference: lifecycle A4, G. */
final class Texts {
    static final String NO_GROUP = "Group not found.";
    static final String NO_USER = "User does not exist.";
    static final String GROUP_EXISTS = "A group with the name already exists.";
    static final String TOO_MANY_GROUPS = "A user pool cannot have more than " + Group.MOST_OF_POOL + " groups.";
    static final String TOO_MANY_OF_USER = "A user cannot be in more than " + Group.MOST_OF_USER + " groups.";

    private Texts() {}
}
