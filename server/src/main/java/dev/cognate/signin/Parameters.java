package dev.cognate.signin;

import dev.cognate.wire.fault.InvalidParameterException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request says by name: its {@code AuthParameters} or {@code ChallengeResponses}. Names that no step knows are
 * ignored; an empty value is none. The values are not printed.
 */
record Parameters(Map<String, String> values) {

    /** Those of a request, null for none. */
    static Parameters of(@Nullable Map<String, String> values) {
        return new Parameters(values == null ? Map.of() : values);
    }

    /** The value, null when there is none. */
    @Nullable String find(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /**
     * The value.
     *
     * @throws InvalidParameterException there is none
     */
    String require(String name) {
        String value = find(name);
        if (value == null) {
            throw new InvalidParameterException(Texts.missing(name));
        }
        return value;
    }

    /** What stands under names with this prefix, by the rest of the name; empty values are none. */
    Map<String, String> under(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix) && !value.isEmpty()) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    @Override
    public String toString() {
        return "Parameters" + values.keySet();
    }
}
