package dev.cognate.cli.cognitoidp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The type of a value of the API, as far as a client knows it. Least lengths and values are 0 where the model has none. */
sealed interface Shape {

    /** A string, with the values of its enumeration, or no values. */
    record Text(long least, List<String> values) implements Shape {}

    /** An integer or a long. */
    record Whole(@Nullable Long least) implements Shape {}

    /** A boolean. */
    record Flag() implements Shape {}

    /** A point in time. */
    record Time() implements Shape {}

    /** Bytes, Base64 in JSON. */
    record Bytes() implements Shape {}

    /** Any JSON. */
    record Free() implements Shape {}

    /** A list, with the name of the type of its elements if they are strings. */
    record Sequence(Shape element, long least, String elementName) implements Shape {}

    /** A map with string keys. */
    record Mapping(Shape key, Shape value) implements Shape {}

    /** A structure, with its members in the order of the model. */
    record Structure(List<Member> members) implements Shape {

        /** The member of this name, or null. */
        @Nullable Member member(String name) {
            for (Member member : members) {
                if (member.name().equals(name)) {
                    return member;
                }
            }
            return null;
        }
    }

    /**
     * A member of a structure.
     *
     * @param name as in JSON, such as {@code ClientId}
     * @param option as on the command line without its dashes, such as {@code client-id}
     * @param required whether a request without it is refused
     * @param shape the type of its value
     */
    record Member(String name, String option, boolean required, Shape shape) {}

    /** Whether one word of the command line holds the whole value. */
    default boolean isScalar() {
        return switch (this) {
            case Text _, Whole _, Flag _, Time _, Bytes _ -> true;
            case Free _, Sequence _, Mapping _, Structure _ -> false;
        };
    }

    /** Whether the value may be written in shorthand: structures, maps and lists of them, but never free JSON. */
    default boolean takesShorthand() {
        return switch (this) {
            case Structure _, Mapping _ -> true;
            case Sequence(Shape element, long _, String _) -> !element.isScalar() && !(element instanceof Free);
            case Text _, Whole _, Flag _, Time _, Bytes _, Free _ -> false;
        };
    }
}
