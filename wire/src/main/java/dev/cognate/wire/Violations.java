package dev.cognate.wire;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of the model that one request breaks, collected while it is decoded. Reference: oauth-config A5,
 * lifecycle A3.
 *
 * <p>Each method checks one member, notes what is broken and returns the value it was given. Values of masked shapes
 * are left out of the clause, others are shown as {@link Excerpt}. Not safe for use by several threads.
 */
public final class Violations {
    private static final String NOT_NULL = "Member must not be null";

    /** A message names at most so many; a request of a megabyte can break a hundred thousand. */
    private static final int CLAUSES = 50;

    /** What can be broken. */
    public enum Kind {
        /** A member that must be there, or an element of a list, is not. */
        MISSING,
        /** A value is not among those of its enumeration. */
        UNKNOWN,
        /** A value has another length, size or form than its shape allows. */
        MISFIT
    }

    private final List<String> clauses = new ArrayList<>(0);
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    /** The members that hold no value of their enumeration. */
    private Set<String> unknown = Set.of();

    private int count;

    /** Whether nothing is broken. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** Whether something of a kind is broken, be it among those that the text names or not. */
    public boolean has(Kind kind) {
        return kinds.contains(kind);
    }

    /** The whole text, as {@code 2 validation errors detected: <clause>; <clause>}. */
    public String message() {
        return count + (count == 1 ? " validation error" : " validation errors") + " detected: "
                + String.join("; ", clauses) + (count > CLAUSES ? "; ..." : "");
    }

    /** A member that must be present; one that is no value of its enumeration is not called missing as well. */
    public void required(Path at, String member, @Nullable Object value, boolean masked) {
        if (value == null && !unknown.contains(at.member(member).toString())) {
            add(Kind.MISSING, at.member(member), masked || at.isMasked() ? "" : "null ", NOT_NULL);
        }
    }

    /** A string with a rule. */
    public @Nullable String string(Path at, String member, @Nullable String value, StringRule rule) {
        if (value != null && !rule.admits(value)) {
            for (String constraint : rule.broken(value)) {
                add(Kind.MISFIT, at.member(member), shown(at, value, rule.masked()), constraint);
            }
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
            Path path = at.member(member);
            if (unknown.isEmpty()) {
                unknown = new HashSet<>();
            }
            unknown.add(path.toString());
            add(Kind.UNKNOWN, path, shown(at, value, false), "Member must satisfy enum value set: " + allowed);
        }
        return found;
    }

    /** A whole number. */
    public @Nullable Integer integer(Path at, String member, @Nullable Long value) {
        return integer(at, member, value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** A whole number between two bounds, both allowed. */
    public @Nullable Integer integer(Path at, String member, @Nullable Long value, int min, int max) {
        if (value == null) {
            return null;
        }
        if (value < min) {
            add(
                    Kind.MISFIT,
                    at.member(member),
                    shown(at, value, false),
                    "Member must have value greater than or equal to " + min);
        }
        if (value > max) {
            add(
                    Kind.MISFIT,
                    at.member(member),
                    shown(at, value, false),
                    "Member must have value less than or equal to " + max);
        }
        return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Bytes with a least and a greatest length. */
    public @Nullable Blob blob(Path at, String member, @Nullable Blob value, int min, int max) {
        if (value != null) {
            size(at.member(member), value.length(), "", min, max);
        }
        return value;
    }

    /** A list with a least and a greatest size. */
    public <T> @Nullable List<T> list(Path at, String member, @Nullable List<T> value, int min, int max) {
        if (value != null && (value.size() < min || value.size() > max)) {
            size(at.member(member), value.size(), shown(at, value, false), min, max);
        }
        return value;
    }

    /** An element of a list of structures that is JSON null. */
    void nullElement(Path element) {
        add(Kind.MISSING, element, element.isMasked() ? "" : "null ", NOT_NULL);
    }

    /** A list of strings, each under a rule. */
    public @Nullable List<String> strings(
            Path at, String member, @Nullable List<@Nullable String> values, StringRule rule) {
        return strings(at, member, values, rule, 0, Integer.MAX_VALUE);
    }

    /** A list of strings, each under a rule, with a least and a greatest size. */
    public @Nullable List<String> strings(
            Path at, String member, @Nullable List<@Nullable String> values, StringRule rule, int min, int max) {
        if (values == null) {
            return null;
        }
        if (!values.stream().allMatch(value -> value != null && rule.admits(value))) {
            boolean misfit = values.stream().anyMatch(value -> value != null && !rule.admits(value));
            elements(misfit ? Kind.MISFIT : Kind.MISSING, at, member, values, rule.constraints(), rule.masked());
        }
        if (values.size() < min || values.size() > max) {
            size(at.member(member), values.size(), shown(at, values, rule.masked()), min, max);
        }
        return present(values);
    }

    /** A list of strings that name values of an enumeration. */
    public <E> @Nullable List<E> listOf(
            Path at,
            String member,
            @Nullable List<@Nullable String> values,
            Function<String, @Nullable E> known,
            String allowed) {
        return listOf(at, member, values, known, allowed, 0, Integer.MAX_VALUE);
    }

    /** A list of strings that name values of an enumeration, with a least and a greatest size. */
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
        for (String value : values) {
            E element = value == null ? null : known.apply(value);
            if (element != null) {
                found.add(element);
            }
        }
        if (found.size() < values.size()) {
            boolean strange = values.stream().anyMatch(value -> value != null && known.apply(value) == null);
            List<String> constraints = List.of("Member must satisfy enum value set: " + allowed);
            elements(strange ? Kind.UNKNOWN : Kind.MISSING, at, member, values, constraints, false);
        }
        if (values.size() < min || values.size() > max) {
            size(at.member(member), values.size(), shown(at, values, false), min, max);
        }
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
        boolean hidden = masked || keys.masked() || values.masked();
        if (!map.keySet().stream().allMatch(keys::admits)) {
            add(
                    Kind.MISFIT,
                    at.member(member),
                    shown(at, map, hidden),
                    "Map keys must satisfy constraint: " + keys.constraints());
        }
        if (!map.values().stream().allMatch(values::admits)) {
            add(
                    Kind.MISFIT,
                    at.member(member),
                    shown(at, map, hidden),
                    "Map value must satisfy constraint: " + values.constraints());
        }
        return map;
    }

    /** A map with a least and a greatest size. */
    public <V> @Nullable Map<String, V> map(
            Path at, String member, @Nullable Map<String, V> value, int min, int max, boolean masked) {
        if (value != null && (value.size() < min || value.size() > max)) {
            size(at.member(member), value.size(), shown(at, value, masked), min, max);
        }
        return value;
    }

    /** However many elements break a rule, the service names the list once, with all constraints of its elements. */
    private void elements(
            Kind kind,
            Path at,
            String member,
            List<@Nullable String> values,
            List<String> constraints,
            boolean masked) {
        List<String> named = new ArrayList<>(constraints);
        if (values.contains(null)) {
            named.add(NOT_NULL);
            kinds.add(Kind.MISSING);
        }
        add(kind, at.member(member), shown(at, values, masked), "Member must satisfy constraint: " + named);
    }

    private void size(Path path, int size, String shown, int min, int max) {
        if (size < min) {
            add(Kind.MISFIT, path, shown, "Member must have length greater than or equal to " + min);
        }
        if (size > max) {
            add(Kind.MISFIT, path, shown, "Member must have length less than or equal to " + max);
        }
    }

    private void add(Kind kind, Path path, String shown, String constraint) {
        kinds.add(kind);
        count++;
        if (count <= CLAUSES) {
            clauses.add("Value " + shown + "at '" + path + "' failed to satisfy constraint: " + constraint);
        }
    }

    private static String shown(Path at, Object value, boolean masked) {
        return masked || at.isMasked() ? "" : "'" + Excerpt.of(value) + "' ";
    }

    private static List<String> present(List<@Nullable String> values) {
        List<String> present = new ArrayList<>(values.size());
        for (String value : values) {
            if (value != null) {
                present.add(value);
            }
        }
        return List.copyOf(present);
    }
}
