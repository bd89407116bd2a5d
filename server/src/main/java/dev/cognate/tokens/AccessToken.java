package dev.cognate.tokens;

import java.time.Duration;

/**
 * An access token. Whoever has its text can act for the user, so it is not printed.
 *
 * @param text the signed token
 * @param validity how long it is good; {@code ExpiresIn} of answers
 */
public record AccessToken(String text, Duration validity) {

    @Override
    public String toString() {
        return "AccessToken[***]";
    }
}
