package dev.cognate.directory;

/** What looking for a user comes to. */
public sealed interface Lookup {

    /** The user that the name stands for. */
    record Found(User user) implements Lookup {}

    /** No user has that name. */
    record Absent() implements Lookup {}
}
