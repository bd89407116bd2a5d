package dev.cognate.coverage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.shapes.EnumShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.shapes.StructureShape;
import software.amazon.smithy.model.traits.Trait;

/** The model of the API, read from its source and not from the code that is generated from it. */
final class ApiModel {
    private static final Path SOURCE = Path.of(System.getProperty("cognate.root", ".."), "wire/src/main/smithy");
    private static final String TRAITS = "dev.cognate.traits#";

    private final Model model;

    private ApiModel(Model model) {
        this.model = model;
    }

    /** Reads the model, which takes a second. */
    static ApiModel read() {
        ClassLoader loader = ApiModel.class.getClassLoader();
        return new ApiModel(Model.assembler(loader)
                .discoverModels(loader)
                .addImport(SOURCE)
                .assemble()
                .unwrap());
    }

    /** The operations, by name. */
    List<OperationShape> operations() {
        Shape service = model.getServiceShapes().iterator().next();
        return List.copyOf(new TreeSet<>(TopDownIndex.of(model).getContainedOperations(service)));
    }

    /** The names of the operations whose input has all of these members and whose errors contain this one. */
    List<String> operations(String fault, String... members) {
        return operations().stream()
                .filter(operation -> faults(operation).contains(fault)
                        && Stream.of(members)
                                .allMatch(member ->
                                        input(operation).getMember(member).isPresent()))
                .map(ApiModel::name)
                .toList();
    }

    OperationShape operation(String name) {
        return operations().stream()
                .filter(each -> name(each).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no operation " + name));
    }

    static String name(OperationShape operation) {
        return operation.getId().getName();
    }

    StructureShape input(OperationShape operation) {
        return model.expectShape(operation.getInputShape(), StructureShape.class);
    }

    /** The names of an operation's errors. */
    List<String> faults(OperationShape operation) {
        return operation.getErrorsSet().stream().map(ShapeId::getName).sorted().toList();
    }

    Shape target(MemberShape member) {
        return model.expectShape(member.getTarget());
    }

    /** The name of a member in validation messages. Reference: oauth-config A5. */
    static String path(MemberShape member) {
        String name = member.getMemberName();
        return member.findTrait(TRAITS + "pathName")
                .map(Trait::toNode)
                .map(node -> node.expectStringNode().getValue())
                .orElse(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
    }

    /** The values of an enumeration, in the order in which messages print them. Reference: oauth-config A5. */
    static List<String> printed(EnumShape shape) {
        return shape.findTrait(TRAITS + "printedOrder")
                .map(trait -> trait.toNode().expectArrayNode().getElementsAs(ApiModel::text))
                .orElseGet(() ->
                        new ArrayList<>(new HashSet<>(shape.getEnumValues().values())));
    }

    private static String text(Node node) {
        return node.expectStringNode().getValue();
    }
}
