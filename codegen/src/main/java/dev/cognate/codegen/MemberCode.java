package dev.cognate.codegen;

import static dev.cognate.codegen.JavaFile.quoted;

import java.util.Optional;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeType;
import software.amazon.smithy.model.traits.LengthTrait;
import software.amazon.smithy.model.traits.RangeTrait;

/** The Java type of a member, and the expression that reads and checks it. */
final class MemberCode {
    private final Api api;

    MemberCode(Api api) {
        this.api = api;
    }

    String type(MemberShape member) {
        return type(api.target(member));
    }

    private String type(Shape shape) {
        return switch (shape.getType()) {
            case STRING -> "String";
            case INTEGER -> "Integer";
            case LONG -> "Long";
            case BOOLEAN -> "Boolean";
            case TIMESTAMP -> "Instant";
            case BLOB -> "Blob";
            case DOCUMENT -> "Document";
            case ENUM, STRUCTURE -> shape.getId().getName();
            case LIST ->
                "List<" + type(api.target(shape.asListShape().orElseThrow().getMember())) + ">";
            case MAP ->
                "Map<String, "
                        + type(api.target(shape.asMapShape().orElseThrow().getValue())) + ">";
            default -> throw unsupported(shape);
        };
    }

    /** The expression that reads the member at the parser's current token and checks what the model demands of it. */
    String read(MemberShape member) {
        Shape target = api.target(member);
        String path = quoted(api.path(member));
        return switch (target.getType()) {
            case STRING -> "v.string(at, " + path + ", in.string(), " + rule(target) + ")";
            case ENUM -> "v.oneOf(at, " + path + ", in.string(), " + values(target) + ")";
            case INTEGER -> "v.integer(at, " + path + ", in.integer()" + range(target) + ")";
            case LONG -> "in.integer()";
            case BOOLEAN -> "in.bool()";
            case TIMESTAMP -> "in.timestamp()";
            case BLOB -> sized("blob", target, path, "in.blob()", "");
            case DOCUMENT -> "in.document()";
            case STRUCTURE -> "in.structure(" + place(target, path) + ", v, " + reader(target) + ")";
            case LIST -> list(target, path);
            case MAP -> map(target, path);
            default -> throw unsupported(target);
        };
    }

    private String list(Shape list, String path) {
        Shape element = api.target(list.asListShape().orElseThrow().getMember());
        String strings = "(at, " + path + ", in.strings(), ";
        return switch (element.getType()) {
            case STRING -> "v.strings" + strings + rule(element) + length(list) + ")";
            case ENUM -> "v.listOf" + strings + values(element) + length(list) + ")";
            case STRUCTURE -> {
                String read = "in.list(" + place(element, path) + ", v, " + reader(element) + ")";
                yield sized("list", list, path, read, "");
            }
            default -> throw unsupported(list);
        };
    }

    private String map(Shape map, String path) {
        Shape key = api.target(map.asMapShape().orElseThrow().getKey());
        Shape value = api.target(map.asMapShape().orElseThrow().getValue());
        boolean masked = api.masked(map) || api.masked(key) || api.masked(value);
        String read = switch (value.getType()) {
            case STRING ->
                "v.strings(at, " + path + ", in.stringMap(), " + rule(key) + ", " + rule(value) + ", " + masked + ")";
            case STRUCTURE -> "in.structureMap(" + place(value, path) + ", v, " + reader(value) + ")";
            default -> throw unsupported(map);
        };
        return sized("map", map, path, read, ", " + masked);
    }

    /** The expression with a check of its size, if the model limits it. */
    private static String sized(String kind, Shape shape, String path, String read, String more) {
        return shape.hasTrait(LengthTrait.class)
                ? "v." + kind + "(at, " + path + ", " + read + length(shape) + more + ")"
                : read;
    }

    /** Where the members of a structure stand; below a sensitive one no message shows a value. */
    private String place(Shape structure, String path) {
        return (api.masked(structure) ? "at.masked(" : "at.member(") + path + ")";
    }

    private static String reader(Shape structure) {
        return structure.getId().getName() + "::read";
    }

    private static String rule(Shape string) {
        return "Rules." + Names.constant(string.getId().getName());
    }

    private static String values(Shape shape) {
        String name = shape.getId().getName();
        return name + "::of, " + name + ".PRINTED";
    }

    private static String length(Shape shape) {
        return shape.getTrait(LengthTrait.class)
                .map(trait -> bounds(trait.getMin().orElse(0L), trait.getMax()))
                .orElse("");
    }

    private static String range(Shape shape) {
        return shape.getTrait(RangeTrait.class)
                .map(trait -> bounds(trait.getMin().map(String::valueOf).orElse("Integer.MIN_VALUE"), trait.getMax()))
                .orElse("");
    }

    private static String bounds(Object min, Optional<? extends Number> max) {
        return ", " + min + ", " + max.map(String::valueOf).orElse("Integer.MAX_VALUE");
    }

    private static IllegalArgumentException unsupported(Shape shape) {
        ShapeType type = shape.getType();
        return new IllegalArgumentException("No Java for " + type + " " + shape.getId());
    }
}
