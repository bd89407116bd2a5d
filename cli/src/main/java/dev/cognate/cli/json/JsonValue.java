package dev.cognate.cli.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON value. Objects keep the order of their members; numbers keep their digits. */
public sealed interface JsonValue {

    /** A string. */
    record Text(String value) implements JsonValue {}

    /** A whole number, as it was written. */
    record Whole(String digits) implements JsonValue {}

    /** A number with a fraction or an exponent, as it was written. */
    record Decimal(String digits) implements JsonValue {}

    /** True or false. */
    record Flag(boolean value) implements JsonValue {}

    /** The value {@code null}. */
    record Nothing() implements JsonValue {}

    /** An array. */
    record Items(List<JsonValue> values) implements JsonValue {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** An object. */
    record Entries(Map<String, JsonValue> members) implements JsonValue {
        public Entries {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /** The member of this name, or null. */
        public @Nullable JsonValue get(String name) {
            return members.get(name);
        }

        /** The member of this name if it is a string, or null. */
        public @Nullable String text(String name) {
            return members.get(name) instanceof Text(String value) ? value : null;
        }
    }
}
