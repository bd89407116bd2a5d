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

    /** The expression for the member's value at the parser's current token. */
    String read(MemberShape member) {
        Shape target = api.target(member);
        String path = quoted(api.path(member));
        return switch (target.getType()) {
            case STRING -> "v.string(at, " + path + ", in.string(), " + rule(target) + ")";
            case ENUM -> "v.oneOf(at, " + path + ", in.string(), " + values(target) + ")";
            case INTEGER -> "v.integer(at, " + path + ", in.integer(), " + range(target) + ")";
            case LONG -> "in.integer()";
            case BOOLEAN -> "in.bool()";
            case TIMESTAMP -> "in.timestamp()";
            case BLOB -> "v.blob(at, " + path + ", in.blob(), " + length(target) + ")";
            case DOCUMENT -> "in.document()";
            case STRUCTURE ->
                "in.structure(at.member(" + path + "), v, " + target.getId().getName() + "::read)";
            case LIST -> list(target, path);
            case MAP -> map(target, path);
            default -> throw unsupported(target);
        };
    }

    private String list(Shape list, String path) {
        Shape element = api.target(list.asListShape().orElseThrow().getMember());
        return switch (element.getType()) {
            case STRING -> "v.strings(at, " + path + ", in.strings(), " + rule(element) + ", " + length(list) + ")";
            case ENUM -> "v.listOf(at, " + path + ", in.strings(), " + values(element) + ", " + length(list) + ")";
            case STRUCTURE ->
                "v.list(at, " + path + ", in.list(at.member(" + path + "), v, "
                        + element.getId().getName() + "::read), " + length(list) + ")";
            default -> throw unsupported(list);
        };
    }

    private String map(Shape map, String path) {
        Shape key = api.target(map.asMapShape().orElseThrow().getKey());
        Shape value = api.target(map.asMapShape().orElseThrow().getValue());
        String read = switch (value.getType()) {
            case STRING ->
                "v.strings(at, " + path + ", in.stringMap(), " + rule(key) + ", " + rule(value) + ", " + api.masked(map)
                        + ")";
            case STRUCTURE ->
                "in.structureMap(at.member(" + path + "), v, " + value.getId().getName() + "::read)";
            default -> throw unsupported(map);
        };
        return map.hasTrait(LengthTrait.class) ? "v.map(at, " + path + ", " + read + ", " + length(map) + ")" : read;
    }

    private static String rule(Shape string) {
        return "Rules." + Names.constant(string.getId().getName());
    }

    private static String values(Shape shape) {
        String name = shape.getId().getName();
        return name + "::of, " + name + ".PRINTED";
    }

    private static String length(Shape shape) {
        Optional<LengthTrait> trait = shape.getTrait(LengthTrait.class);
        return trait.flatMap(LengthTrait::getMin).orElse(0L) + ", "
                + trait.flatMap(LengthTrait::getMax).map(String::valueOf).orElse("Integer.MAX_VALUE");
    }

    private static String range(Shape shape) {
        Optional<RangeTrait> trait = shape.getTrait(RangeTrait.class);
        return trait.flatMap(RangeTrait::getMin).map(String::valueOf).orElse("Integer.MIN_VALUE") + ", "
                + trait.flatMap(RangeTrait::getMax).map(String::valueOf).orElse("Integer.MAX_VALUE");
    }

    private static IllegalArgumentException unsupported(Shape shape) {
        ShapeType type = shape.getType();
        return new IllegalArgumentException("No Java for " + type + " " + shape.getId());
    }
}
