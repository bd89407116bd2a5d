package dev.cognate.coverage;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.EnumShape;
import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MapShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.StructureShape;
import software.amazon.smithy.model.traits.LengthTrait;
import software.amazon.smithy.model.traits.PatternTrait;
import software.amazon.smithy.model.traits.RangeTrait;

/** Requests that satisfy the model's constraints, made from them alone; what they name does not exist. */
final class Requests {
    /** Texts, one of which fits each pattern of the model. */
    private static final List<String> TEXTS = List.of(
            "1",
            "aaa",
            "us-east-1_Nobody000",
            "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Nobody000",
            "import-a",
            "{####}",
            "{##a##}",
            "a@b",
            "00000000-0000-4000-8000-000000000000",
            "us-east-1_00000000-0000-4000-8000-000000000000",
            "cognito:default",
            "terms-of-use");

    private final ApiModel model;

    Requests(ApiModel model) {
        this.model = model;
    }

    /** A request of an operation with the members that it must have, as JSON, some of them with these texts. */
    String json(String operation, Map<String, String> texts) {
        ObjectNode request = minimal(model.input(model.operation(operation)));
        for (Map.Entry<String, String> text : texts.entrySet()) {
            request = request.withMember(text.getKey(), text.getValue());
        }
        return Node.printJson(request);
    }

    /** A structure with the members that it must have. */
    ObjectNode minimal(StructureShape shape) {
        ObjectNode.Builder members = ObjectNode.objectNodeBuilder();
        shape.members().stream()
                .filter(MemberShape::isRequired)
                .forEach(member -> members.withMember(member.getMemberName(), valid(model.target(member))));
        return members.build();
    }

    /** Any value of a shape. */
    Node valid(Shape shape) {
        return switch (shape.getType()) {
            case STRING -> Node.from(text(shape));
            case ENUM -> Node.from(ApiModel.printed((EnumShape) shape).getFirst());
            case INTEGER, LONG -> Node.from(least(shape));
            case BOOLEAN -> Node.from(true);
            case TIMESTAMP -> Node.from(1_700_000_000);
            case BLOB -> Node.from("AAAA");
            case DOCUMENT -> Node.objectNode();
            case STRUCTURE -> minimal((StructureShape) shape);
            case LIST ->
                list((ListShape) shape, Math.max(1, length(shape).getMin().orElse(1L)));
            case MAP -> map((MapShape) shape, Math.max(1, length(shape).getMin().orElse(1L)));
            default -> throw new IllegalArgumentException("No value of " + shape);
        };
    }

    /** A list of so many equal elements. */
    ArrayNode list(ListShape list, long size) {
        Node element = valid(model.target(list.getMember()));
        return Stream.generate(() -> element).limit(size).collect(ArrayNode.collect());
    }

    /** A map of so many entries with equal values. */
    ObjectNode map(MapShape map, long size) {
        Shape key = model.target(map.getKey());
        Node value = valid(model.target(map.getValue()));
        if (key instanceof EnumShape values) {
            return ApiModel.printed(values).stream()
                    .limit(size)
                    .collect(ObjectNode.collectStringKeys(each -> each, _ -> value));
        }
        return Stream.iterate(1, each -> each + 1)
                .limit(size)
                .collect(ObjectNode.collectStringKeys(each -> keyOf(key, each), _ -> value));
    }

    /** Keys of maps are free texts, but for language names. */
    private static String keyOf(Shape key, int number) {
        String first = text(key);
        return number == 1 ? first : first + number;
    }

    /** A text of a shape, as long as it must be. */
    static String text(Shape shape) {
        long min = length(shape).getMin().orElse(1L);
        long max = length(shape).getMax().orElse(Long.MAX_VALUE);
        return TEXTS.stream()
                .map(text -> text.length() < min ? text.repeat((int) min) : text)
                .filter(text -> text.length() <= max && matches(shape, text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No text of " + shape));
    }

    static boolean matches(Shape shape, String text) {
        return shape.getTrait(PatternTrait.class)
                .map(trait -> Pattern.compile(trait.getValue()).matcher(text).matches())
                .orElse(true);
    }

    /** How long a text, a list or a map may be. */
    static LengthTrait length(Shape shape) {
        return shape.getTrait(LengthTrait.class)
                .orElse(LengthTrait.builder().min(0L).build());
    }

    private static long least(Shape shape) {
        return shape.getTrait(RangeTrait.class)
                .flatMap(RangeTrait::getMin)
                .map(Number::longValue)
                .orElse(1L);
    }

    /** Members as JSON. */
    static String members(ObjectNode object) {
        return object.getStringMap().entrySet().stream()
                .map(member -> Node.printJson(Node.from(member.getKey())) + ":" + Node.printJson(member.getValue()))
                .collect(Collectors.joining(","));
    }
}
