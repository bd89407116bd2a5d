package dev.cognate.signup;

import dev.cognate.domain.Sub;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user who is about to be added.
 *
 * @param sub the id for life
 * @param username the real username
 * @param attributes what the user brings along, also the address that was given in place of a username
 * @param password the password, null for a user without one
 */
record Candidate(
        Sub sub,
        String username,
        Map<String, String> attributes,
        @Nullable String password) {

    /** The id; the rest is personal or secret. */
    @Override
    public String toString() {
        return "Candidate[" + sub + "]";
    }
}
