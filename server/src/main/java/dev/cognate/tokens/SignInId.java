package dev.cognate.tokens;

/** The id of a sign-in, a UUID; tokens carry it as {@code event_id}. */
public record SignInId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
