package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.Shape.Member;
import java.util.List;

/** How the value of an option is written, in shorthand and in JSON. Reference: oauth-config D4, D14. */
final class Syntax {
    private static final int STEP = 2;

    private Syntax() {}

    /** The shorthand of a value that may be written so; a list ends in dots. */
    static String shorthand(Shape shape) {
        return shape instanceof Shape.Sequence(Shape element, long _, String _)
                ? outer(element) + " ..."
                : outer(shape);
    }

    private static String outer(Shape shape) {
        return switch (shape) {
            case Shape.Structure(List<Member> members) -> pairs(members);
            case Shape.Mapping(Shape _, Shape value) -> "KeyName1=" + inner(value) + ",KeyName2=" + inner(value);
            case Shape.Text _,
                    Shape.Whole _,
                    Shape.Flag _,
                    Shape.Time _,
                    Shape.Bytes _,
                    Shape.Free _,
                    Shape.Sequence _ -> inner(shape);
        };
    }

    private static String pairs(List<Member> members) {
        return String.join(
                ",",
                members.stream()
                        .map(member -> member.name() + "=" + inner(member.shape()))
                        .toList());
    }

    private static String inner(Shape shape) {
        return switch (shape) {
            case Shape.Structure _, Shape.Mapping _ -> "{" + outer(shape) + "}";
            case Shape.Sequence(Shape element, long _, String _) -> "[" + inner(element) + "," + inner(element) + "]";
            case Shape.Text _, Shape.Whole _, Shape.Flag _, Shape.Time _, Shape.Bytes _, Shape.Free _ -> word(shape);
        };
    }

    /** The type of a value in a word. */
    static String word(Shape shape) {
        return switch (shape) {
            case Shape.Text _ -> "string";
            case Shape.Whole _ -> "integer";
            case Shape.Flag _ -> "boolean";
            case Shape.Time _ -> "timestamp";
            case Shape.Bytes _ -> "blob";
            case Shape.Free _ -> "document";
            case Shape.Sequence _ -> "list";
            case Shape.Mapping _ -> "map";
            case Shape.Structure _ -> "structure";
        };
    }

    /** The JSON of a value, on several lines. */
    static String json(Shape shape, int indent) {
        return switch (shape) {
            case Shape.Text(long _, List<String> values) ->
                values.isEmpty() ? "\"string\"" : "\"" + String.join("\"|\"", values) + "\"";
            case Shape.Flag _ -> "true|false";
            case Shape.Free _ -> "{...}";
            case Shape.Sequence(Shape element, long _, String _) ->
                element.isScalar()
                        ? "[" + json(element, indent) + ", ...]"
                        : "[" + line(indent + STEP) + json(element, indent + STEP) + line(indent + STEP) + "..."
                                + line(indent) + "]";
            case Shape.Mapping(Shape _, Shape value) ->
                "{\"string\": " + json(value, indent + STEP) + line(indent + 2) + "...}";
            case Shape.Structure(List<Member> members) -> members(members, indent);
            case Shape.Whole _, Shape.Time _, Shape.Bytes _ -> word(shape);
        };
    }

    private static String members(List<Member> members, int indent) {
        List<String> lines = members.stream()
                .map(member ->
                        line(indent + STEP) + "\"" + member.name() + "\": " + json(member.shape(), indent + STEP))
                .toList();
        return "{" + String.join(",", lines) + line(indent) + "}";
    }

    private static String line(int indent) {
        return "\n" + " ".repeat(indent);
    }
}
