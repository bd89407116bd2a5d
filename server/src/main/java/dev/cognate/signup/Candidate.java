package dev.cognate.signup;

import dev.cognate.domain.Sub;
import dev.cognate.users.NameKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user who is about to be added.
 *
 * @param sub the id for life
 * @param username the real username
 * @param signInName the kind of address that is the sign-in name, null in a pool with usernames of their own
 * @param attributes what the user brings along
 * @param password the password, null for a user without one
 */
record Candidate(
        Sub sub,
        String username,
        @Nullable NameKind signInName,
        Map<String, String> attributes,
        @Nullable String password) {

    /** The id; the rest is personal or secret. */
    @Override
    public String toString() {
        return "Candidate[" + sub + "]";
    }
}
