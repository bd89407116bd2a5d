package dev.cognate.codegen;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.LengthTrait;
import software.amazon.smithy.model.traits.PatternTrait;
import software.amazon.smithy.model.traits.RangeTrait;

/**
 * Writes what the command line needs to know, one small file per operation, so that a call reads only its own:
 * options, types, least lengths (all that a client checks, oauth-config D3), and the order of the answer's members. What
 * the help tells besides is in a second file.
 */
final class CliTables {
    private final Api api;
    private final Path folder;

    CliTables(Api api, Path folder) {
        this.api = api;
        this.folder = folder;
    }

    void write() {
        ArrayNode.Builder index = ArrayNode.builder();
        for (OperationShape operation : api.operations()) {
            String name = operation.getId().getName();
            index.withValue(
                    Node.objectNode().withMember("option", Names.option(name)).withMember("name", name));
            save(Names.option(name), operation(operation));
            save("help/" + Names.option(name), help(operation));
        }
        save("operations", index.build());
    }

    private void save(String name, Node table) {
        JavaFile.write(folder.resolve(name + ".json"), Node.printJson(table));
    }

    private ObjectNode operation(OperationShape operation) {
        return Node.objectNode()
                .withMember("name", operation.getId().getName())
                .withMember("signed", api.signed(operation))
                .withMember("input", structure(operation.getInputShape()))
                .withMember("output", structure(operation.getOutputShape()));
    }

    /** What only a reader of the help wants to know: the errors, and limits that the service checks. */
    private ObjectNode help(OperationShape operation) {
        ObjectNode.Builder limits = ObjectNode.builder();
        for (MemberShape member :
                api.model().expectShape(operation.getInputShape()).members()) {
            ObjectNode rules = limits(api.target(member));
            if (!rules.isEmpty()) {
                limits.withMember(member.getMemberName(), rules);
            }
        }
        ArrayNode errors = operation.getErrorsSet().stream()
                .map(error -> Node.from(error.getName()))
                .collect(ArrayNode.collect());
        return Node.objectNode().withMember("errors", errors).withMember("limits", limits.build());
    }

    private static ObjectNode limits(Shape shape) {
        ObjectNode.Builder limits = ObjectNode.builder();
        shape.getTrait(LengthTrait.class).ifPresent(length -> {
            length.getMin().ifPresent(min -> limits.withMember("min", min));
            length.getMax().ifPresent(max -> limits.withMember("max", max));
        });
        shape.getTrait(RangeTrait.class).ifPresent(range -> {
            range.getMin().ifPresent(min -> limits.withMember("min", min));
            range.getMax().ifPresent(max -> limits.withMember("max", max));
        });
        shape.getTrait(PatternTrait.class)
                .ifPresent(pattern ->
                        limits.withMember("pattern", pattern.getPattern().pattern()));
        return limits.build();
    }

    private ObjectNode structure(ShapeId id) {
        return type(api.model().expectShape(id));
    }

    private ObjectNode type(Shape shape) {
        String name = shape.isEnumShape() ? "string" : shape.getType().toString();
        ObjectNode.Builder table = ObjectNode.builder().withMember("type", name);
        Optional<Long> least = shape.getTrait(LengthTrait.class).flatMap(LengthTrait::getMin);
        Optional<Long> lowest =
                shape.getTrait(RangeTrait.class).flatMap(RangeTrait::getMin).map(BigDecimal::longValue);
        least.or(() -> lowest).ifPresent(min -> table.withMember("min", min));
        shape.asEnumShape()
                .ifPresent(values -> table.withMember(
                        "enum", ArrayNode.fromStrings(values.getEnumValues().values())));
        shape.asStructureShape()
                .ifPresent(structure -> table.withMember(
                        "members",
                        structure.members().stream().map(this::member).collect(ArrayNode.collect())));
        shape.asListShape().ifPresent(list -> table.withMember("element", element(api.target(list.getMember()))));
        shape.asMapShape()
                .ifPresent(map -> table.withMember("key", type(api.target(map.getKey())))
                        .withMember("value", type(api.target(map.getValue()))));
        return table.build();
    }

    /** The sample of an answer shows a string in a list by the name of its type. */
    private ObjectNode element(Shape shape) {
        ObjectNode type = type(shape);
        boolean text = "string".equals(type.expectStringMember("type").getValue());
        return text ? type.withMember("shape", shape.getId().getName()) : type;
    }

    private ObjectNode member(MemberShape member) {
        ObjectNode.Builder table = ObjectNode.builder()
                .withMember("name", member.getMemberName())
                .withMember("option", Names.option(member.getMemberName()));
        if (member.isRequired()) {
            table.withMember("required", true);
        }
        return table.build().merge(type(api.target(member)));
    }
}
