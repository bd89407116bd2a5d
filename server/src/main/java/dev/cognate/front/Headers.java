package dev.cognate.front;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of a message, in order; names are compared without case. Immutable. Prints names only, since a value
 * may be a credential.
 */
public final class Headers {
    /** No fields. */
    public static final Headers NONE = new Headers(List.of());

    /** Names and values in turn. */
    private final List<String> fields;

    private Headers(List<String> fields) {
        this.fields = fields;
    }

    /**
     * The fields given as names and values in turn.
     *
     * @throws IllegalArgumentException a name without a value
     */
    public static Headers of(String... namesAndValues) {
        return of(List.of(namesAndValues));
    }

    static Headers of(List<String> namesAndValues) {
        if (namesAndValues.size() % 2 != 0) {
            throw new IllegalArgumentException("A header field has a name and a value");
        }
        return new Headers(List.copyOf(namesAndValues));
    }

    /** The first value of that name, null when there is none. */
    public @Nullable String first(String name) {
        for (int i = 0; i < fields.size(); i += 2) {
            if (fields.get(i).equalsIgnoreCase(name)) {
                return fields.get(i + 1);
            }
        }
        return null;
    }

    /** All values of that name, in order. */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>(1);
        for (int i = 0; i < fields.size(); i += 2) {
            if (fields.get(i).equalsIgnoreCase(name)) {
                values.add(fields.get(i + 1));
            }
        }
        return values;
    }

    /** These fields and one more. */
    public Headers with(String name, String value) {
        List<String> more = new ArrayList<>(fields.size() + 2);
        more.addAll(fields);
        more.add(name);
        more.add(value);
        return of(more);
    }

    /** How many fields there are. */
    public int size() {
        return fields.size() / 2;
    }

    /** The name of a field, counted from zero. */
    public String name(int index) {
        return fields.get(2 * index);
    }

    /** The value of a field, counted from zero. */
    public String value(int index) {
        return fields.get(2 * index + 1);
    }

    @Override
    public String toString() {
        List<String> names = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            names.add(name(i));
        }
        return names.toString();
    }
}
