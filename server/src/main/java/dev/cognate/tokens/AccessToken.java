package dev.cognate.tokens;

import java.time.Duration;
import java.time.Instant;

/**
 * An access token. Whoever has its text can act for the user, so it is not printed.
 *
 * @param text the signed token
 * @param issued when: the ID token beside it is of the same moment
 * @param validity how long it is good; {@code ExpiresIn} of answers
 */
public record AccessToken(String text, Instant issued, Duration validity) {

    @Override
    public String toString() {
        return "AccessToken[***]";
    }
}
