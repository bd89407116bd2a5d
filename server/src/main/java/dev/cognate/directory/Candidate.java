package dev.cognate.directory;

import dev.cognate.domain.Sub;
import java.util.Map;

/**
 * A user who is about to be added.
 *
 * @param sub the id for life
 * @param username the real username
 * @param attributes what the user brings along, also the address that was given in place of a username
 */
public record Candidate(Sub sub, String username, Map<String, String> attributes) {

    /** The id; the rest is personal. */
    @Override
    public String toString() {
        return "Candidate[" + sub + "]";
    }
}
