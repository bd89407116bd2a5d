package dev.cognate.codegen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.neighbor.Walker;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.shapes.EnumShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.shapes.StringShape;
import software.amazon.smithy.model.shapes.StructureShape;
import software.amazon.smithy.model.traits.AuthTrait;
import software.amazon.smithy.model.traits.ErrorTrait;
import software.amazon.smithy.model.traits.SensitiveTrait;
import software.amazon.smithy.model.traits.Trait;

/**
 * The model as the writers need it.
 *
 * @param model the loaded model
 * @param service its one service
 */
record Api(Model model, ServiceShape service) {
    private static final String TRAITS = "dev.cognate.traits#";
    static final ShapeId UNIT = ShapeId.from("smithy.api#Unit");

    static Api of(Model model) {
        return new Api(model, model.getServiceShapes().iterator().next());
    }

    /** All operations by name. */
    List<OperationShape> operations() {
        return List.copyOf(new TreeSet<>(TopDownIndex.of(model).getContainedOperations(service)));
    }

    /** The structures that are no errors, by name. */
    List<StructureShape> structures() {
        return reachable(StructureShape.class).stream()
                .filter(shape ->
                        !shape.hasTrait(ErrorTrait.class) && !shape.getId().equals(UNIT))
                .toList();
    }

    /** The errors, by name. */
    List<StructureShape> errors() {
        return reachable(StructureShape.class).stream()
                .filter(shape -> shape.hasTrait(ErrorTrait.class))
                .toList();
    }

    /** The enumerations, by name. */
    List<EnumShape> enums() {
        return reachable(EnumShape.class);
    }

    /** The strings that are no enumerations, by name. */
    List<StringShape> strings() {
        return reachable(StringShape.class).stream()
                .filter(shape ->
                        !shape.isEnumShape() && !shape.getId().getNamespace().equals("smithy.api"))
                .toList();
    }

    private <S extends Shape> List<S> reachable(Class<S> kind) {
        TreeSet<S> found = new TreeSet<>();
        for (Shape shape : new Walker(model).walkShapes(service)) {
            if (kind.isInstance(shape)) {
                found.add(kind.cast(shape));
            }
        }
        return List.copyOf(found);
    }

    Shape target(MemberShape member) {
        return model.expectShape(member.getTarget());
    }

    /** Whether a request of the operation must be signed. */
    boolean signed(OperationShape operation) {
        return operation
                .getTrait(AuthTrait.class)
                .map(trait -> !trait.getValueSet().isEmpty())
                .orElse(true);
    }

    /** Whether messages leave a value of this shape out. */
    boolean masked(Shape shape) {
        return shape.hasTrait(SensitiveTrait.class) && !shape.hasTrait(TRAITS + "shownInMessages");
    }

    /** Whether a value of this shape is never printed; a list or map is as secret as what it holds. */
    boolean secret(Shape shape) {
        return shape.hasTrait(SensitiveTrait.class)
                || shape.hasTrait(TRAITS + "secret")
                || ((shape.isListShape() || shape.isMapShape())
                        && shape.members().stream().anyMatch(member -> secret(target(member))));
    }

    /** The name of a member in validation messages. */
    String path(MemberShape member) {
        return member.findTrait(TRAITS + "pathName")
                .map(Trait::toNode)
                .map(node -> node.expectStringNode().getValue())
                .orElse(Names.path(member.getMemberName()));
    }

    /** The values of an enumeration as the service prints them in a message. */
    String printed(EnumShape shape) {
        List<String> values = shape.findTrait(TRAITS + "printedOrder")
                .map(trait -> trait.toNode().expectArrayNode().getElementsAs(Api::text))
                .orElseGet(() ->
                        new ArrayList<>(new HashSet<>(shape.getEnumValues().values())));
        return values.toString();
    }

    private static String text(Node node) {
        return node.expectStringNode().getValue();
    }
}
