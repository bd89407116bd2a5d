package dev.cognate.federation;

import dev.cognate.wire.fault.InvalidParameterException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The details that a request gives. Prints nothing of them.
 *
 * @param values by key
 */
record Given(Map<String, String> values) {

    /** The value of a key, null when it is absent or blank. */
    @Nullable String find(String key) {
        String value = values.get(key);
        return value == null || value.isBlank() ? null : value;
    }

    /** The value of a key that was required before. */
    String get(String key) {
        return Objects.requireNonNull(values.get(key), key);
    }

    /**
     * Refuses details that lack one of the keys.
     *
     * @throws InvalidParameterException with the text, when one is missing
     */
    void require(String text, String... keys) {
        if (Stream.of(keys).anyMatch(key -> find(key) == null)) {
            throw new InvalidParameterException(text);
        }
    }

    @Override
    public String toString() {
        return "Given[***]";
    }
}
