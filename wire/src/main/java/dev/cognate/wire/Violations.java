package dev.cognate.wire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of the model that one request breaks, collected while it is decoded. Reference: oauth-config A5,
 * lifecycle A3.
 *
 * <p>Each method checks one member, notes what is broken and returns the value it was given. Values of masked shapes
 * are left out of the clause. Not safe for use by several threads.
 */
public final class Violations {
    private static final String NOT_NULL = "Member must not be null";

    private final List<String> clauses = new ArrayList<>(0);

    /** Whether nothing is broken. */
    public boolean isEmpty() {
        return clauses.isEmpty();
    }

    /** The whole text, as {@code 2 validation errors detected: <clause>; <clause>}. */
    public String message() {
        return clauses.size() + (clauses.size() == 1 ? " validation error" : " validation errors") + " detected: "
                + String.join("; ", clauses);
    }

    /** A member that must be present. */
    public void required(Path at, String member, @Nullable Object value, boolean masked) {
        if (value == null) {
            add(at, member, masked ? "" : "null ", NOT_NULL);
        }
    }

    /** A string with a rule. */
    public @Nullable String string(Path at, String member, @Nullable String value, StringRule rule) {
        if (value != null) {
            rule.check(value, constraint -> add(at, member, shown(value, rule.masked()), constraint));
        }
        return value;
    }

    /** A string that names a value of an enumeration. */
    public <E> @Nullable E oneOf(
            Path at, String member, @Nullable String value, Function<String, @Nullable E> values, String allowed) {
        if (value == null) {
            return null;
        }
        E found = values.apply(value);
        if (found == null) {
            add(at, member, shown(value, false), "Member must satisfy enum value set: " + allowed);
        }
        return found;
    }

    /** A whole number between two bounds, both allowed. */
    public @Nullable Integer integer(Path at, String member, @Nullable Long value, int min, int max) {
        if (value == null) {
            return null;
        }
        if (value < min) {
            add(at, member, shown(value, false), "Member must have value greater than or equal to " + min);
        }
        if (value > max) {
            add(at, member, shown(value, false), "Member must have value less than or equal to " + max);
        }
        return (int) Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Bytes with a least and a greatest length. */
    public @Nullable Blob blob(Path at, String member, @Nullable Blob value, int min, int max) {
        if (value != null) {
            size(at, member, value.length(), "", min, max);
        }
        return value;
    }

    /** A list with a least and a greatest size. */
    public <T> @Nullable List<T> list(Path at, String member, @Nullable List<T> value, int min, int max) {
        if (value != null) {
            size(at, member, value.size(), shown(value, false), min, max);
        }
        return value;
    }

    /** A list of strings, each under a rule. */
    public @Nullable List<String> strings(
            Path at, String member, @Nullable List<@Nullable String> values, StringRule rule, int min, int max) {
        if (values == null) {
            return null;
        }
        for (String value : values) {
            List<String> broken = new ArrayList<>(0);
            if (value == null) {
                broken.add(NOT_NULL);
            } else {
                rule.check(value, broken::add);
            }
            if (!broken.isEmpty()) {
                add(at, member, shown(values, rule.masked()), "Member must satisfy constraint: " + broken);
            }
        }
        List<String> present = present(values);
        size(at, member, present.size(), shown(values, rule.masked()), min, max);
        return present;
    }

    /** A list of strings that name values of an enumeration. */
    public <E> @Nullable List<E> listOf(
            Path at,
            String member,
            @Nullable List<@Nullable String> values,
            Function<String, @Nullable E> known,
            String allowed,
            int min,
            int max) {
        if (values == null) {
            return null;
        }
        List<E> found = new ArrayList<>(values.size());
        boolean broken = false;
        for (String value : values) {
            E element = value == null ? null : known.apply(value);
            if (element == null) {
                broken = true;
            } else {
                found.add(element);
            }
        }
        if (broken) {
            add(
                    at,
                    member,
                    shown(values, false),
                    "Member must satisfy constraint: [Member must satisfy enum value set: " + allowed + "]");
        }
        size(at, member, values.size(), shown(values, false), min, max);
        return List.copyOf(found);
    }

    /** A map from strings to strings, keys and values each under a rule. */
    public @Nullable Map<String, String> strings(
            Path at,
            String member,
            @Nullable Map<String, String> map,
            StringRule keys,
            StringRule values,
            boolean masked) {
        if (map == null) {
            return null;
        }
        for (Map.Entry<String, String> entry : map.entrySet()) {
            List<String> broken = new ArrayList<>(0);
            keys.check(entry.getKey(), broken::add);
            if (!broken.isEmpty()) {
                add(at, member, shown(map, masked), "Map keys must satisfy constraint: " + broken);
            }
            broken.clear();
            values.check(entry.getValue(), broken::add);
            if (!broken.isEmpty()) {
                add(at, member, shown(map, masked), "Map value must satisfy constraint: " + broken);
            }
        }
        return map;
    }

    /** A map with a least and a greatest size. */
    public <V> @Nullable Map<String, V> map(Path at, String member, @Nullable Map<String, V> value, int min, int max) {
        if (value != null) {
            size(at, member, value.size(), shown(value, false), min, max);
        }
        return value;
    }

    private void size(Path at, String member, int size, String shown, int min, int max) {
        if (size < min) {
            add(at, member, shown, "Member must have length greater than or equal to " + min);
        }
        if (size > max) {
            add(at, member, shown, "Member must have length less than or equal to " + max);
        }
    }

    private void add(Path at, String member, String shown, String constraint) {
        clauses.add("Value " + shown + "at '" + at.member(member) + "' failed to satisfy constraint: " + constraint);
    }

    private static String shown(Object value, boolean masked) {
        return masked ? "" : "'" + value + "' ";
    }

    private static List<String> present(Collection<@Nullable String> values) {
        List<String> present = new ArrayList<>(values.size());
        for (String value : values) {
            if (value != null) {
                present.add(value);
            }
        }
        return List.copyOf(present);
    }
}
