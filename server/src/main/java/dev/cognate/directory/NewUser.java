package dev.cognate.directory;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One of many users who are about to be added together.
 *
 * @param user the user as it will be stored
 * @param names what will find the user: the username at least, and every address that does from the start
 */
public record NewUser(User user, Map<NameKind, String> names) {

    /** Copies the names. */
    public NewUser {
        names = Collections.unmodifiableMap(new EnumMap<>(names));
    }

    /** The user's id; names are personal. */
    @Override
    public String toString() {
        return "NewUser[" + user.sub() + "]";
    }
}
