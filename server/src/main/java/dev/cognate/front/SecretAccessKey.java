package dev.cognate.front;

/**
 * The secret half of an access key. Prints {@code ***}.
 *
 * @param value the secret itself
 */
public record SecretAccessKey(String value) {

    @Override
    public String toString() {
        return "***";
    }
}
