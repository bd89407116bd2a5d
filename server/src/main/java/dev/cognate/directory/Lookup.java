package dev.cognate.directory;

import dev.cognate.wire.fault.UserNotFoundException;

/** What looking for a user comes to. */
public sealed interface Lookup {

    /** The user that the name stands for. */
    record Found(User user) implements Lookup {}

    /** No user has that name. */
    record Absent() implements Lookup {}

    /**
     * The user, for operations from which nobody hides who exists: those of administrators.
     *
     * @throws UserNotFoundException {@code User does not exist.}: no user has the name. Reference: lifecycle A4
     */
    default User require() {
        return switch (this) {
            case Found(User user) -> user;
            case Absent() -> throw new UserNotFoundException(Texts.NO_USER);
        };
    }
}
