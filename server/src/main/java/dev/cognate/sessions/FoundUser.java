package dev.cognate.sessions;

import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.wire.fault.UserNotFoundException;

/** The user that an administrator's request names. */
final class FoundUser {
    private FoundUser() {}

    /**
     * The user that was looked up.
     *
     * @throws UserNotFoundException there is none
     */
    static User of(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Found(User user) -> user;
            case Lookup.Absent _ -> throw new UserNotFoundException(Texts.NO_USER);
        };
    }
}
