package dev.cognate.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.EnumShape;
import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MapShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.StructureShape;
import software.amazon.smithy.model.traits.PatternTrait;
import software.amazon.smithy.model.traits.RangeTrait;

/** For every constraint of the model on an operation's input, a request that breaks it. */
final class BrokenRequests {
    /** Texts, one of which breaks each pattern of the model. */
    private static final List<String> BREAKING =
            List.of("\u0001", " ", "", "a", "\u0001\u0001\u0001", "_", "1234567890\u0001", "\n");

    /** Longer names of members are refused by the parser, with a SerializationException. */
    private static final long LONGEST_KEY = 50_000;

    private final ApiModel model;
    private final Requests requests;
    private final List<Broken> found = new ArrayList<>();

    /**
     * A request that breaks a constraint.
     *
     * @param json the request
     * @param clause how the message ends that names the constraint
     */
    record Broken(String json, String clause) {}

    /** Where a structure stands in a request. */
    private record Place(String path, UnaryOperator<Node> inRequest) {}

    private BrokenRequests(ApiModel model) {
        this.model = model;
        this.requests = new Requests(model);
    }

    /** All of an operation. */
    static List<Broken> of(ApiModel model, OperationShape operation) {
        BrokenRequests broken = new BrokenRequests(model);
        broken.structure(model.input(operation), new Place("", request -> request));
        return broken.found;
    }

    private void structure(StructureShape shape, Place place) {
        ObjectNode minimal = requests.minimal(shape);
        for (MemberShape member : shape.members()) {
            String name = member.getMemberName();
            String path = place.path + ApiModel.path(member);
            if (member.isRequired()) {
                add(path, place.inRequest.apply(minimal.withoutMember(name)), "Member must not be null");
            }
            UnaryOperator<Node> inRequest = value -> place.inRequest.apply(minimal.withMember(name, value));
            value(model.target(member), new Place(path, inRequest));
        }
    }

    private void value(Shape shape, Place place) {
        switch (shape.getType()) {
            case STRING -> text(shape, place);
            case ENUM -> {
                String allowed = "Member must satisfy enum value set: " + ApiModel.printed((EnumShape) shape);
                add(place.path, place.inRequest.apply(Node.from("?")), allowed);
            }
            case INTEGER -> integer(shape, place);
            case BLOB -> {
                Optional<Long> max = Requests.length(shape).getMax();
                max.ifPresent(bytes -> size(place, Node.from("AAAA".repeat((int) (bytes / 3 + 1))), "less", bytes));
            }
            case STRUCTURE -> structure((StructureShape) shape, new Place(place.path + ".", place.inRequest));
            case LIST -> list((ListShape) shape, place);
            case MAP -> map((MapShape) shape, place);
            default -> {}
        }
    }

    private void text(Shape shape, Place place) {
        textLength(shape, place);
        shape.getTrait(PatternTrait.class)
                .ifPresent(pattern -> breaking(shape)
                        .ifPresent(text -> add(place.path, place.inRequest.apply(Node.from(text)), regular(pattern))));
    }

    private void textLength(Shape shape, Place place) {
        long min = Requests.length(shape).getMin().orElse(0L);
        if (min > 0) {
            size(place, Node.from(""), "greater", min);
        }
        Requests.length(shape).getMax().ifPresent(max -> {
            // A million characters do not fit into a request.
            if (max < 200_000) {
                size(place, Node.from("a".repeat((int) (max + 1))), "less", max);
            }
        });
    }

    private void integer(Shape shape, Place place) {
        shape.getTrait(RangeTrait.class).ifPresent(range -> {
            range.getMin()
                    .map(Number::longValue)
                    .ifPresent(min -> add(
                            place.path,
                            place.inRequest.apply(Node.from(min - 1)),
                            "Member must have value greater than or equal to " + min));
            range.getMax()
                    .map(Number::longValue)
                    .ifPresent(max -> add(
                            place.path,
                            place.inRequest.apply(Node.from(max + 1)),
                            "Member must have value less than or equal to " + max));
        });
    }

    private void list(ListShape list, Place place) {
        long min = Requests.length(list).getMin().orElse(0L);
        if (min > 0) {
            size(place, ArrayNode.arrayNode(), "greater", min);
        }
        Requests.length(list).getMax().ifPresent(max -> size(place, requests.list(list, max + 1), "less", max));
        Shape element = model.target(list.getMember());
        UnaryOperator<Node> alone = value -> place.inRequest.apply(ArrayNode.arrayNode(value));
        if (element instanceof StructureShape structure) {
            structure(structure, new Place(place.path + ".1.member.", alone));
        } else if (element instanceof EnumShape values) {
            String allowed = "[Member must satisfy enum value set: " + ApiModel.printed(values) + "]";
            add(place.path, alone.apply(Node.from("?")), "Member must satisfy constraint: " + allowed);
        } else if (!constraints(element).isEmpty()) {
            String all = "Member must satisfy constraint: " + constraints(element);
            add(place.path, alone.apply(Node.from(anyBreaking(element))), all);
        }
    }

    private void map(MapShape map, Place place) {
        Requests.length(map).getMax().ifPresent(max -> size(place, requests.map(map, max + 1), "less", max));
        Shape key = model.target(map.getKey());
        Shape value = model.target(map.getValue());
        String first = requests.map(map, 1).getStringMap().keySet().iterator().next();
        if (value.isStructureShape()) {
            return;
        }
        if (!constraints(key).isEmpty()
                && !key.isEnumShape()
                && Requests.length(key).getMax().orElse(0L) < LONGEST_KEY) {
            Node broken = Node.objectNode().withMember(anyBreaking(key), requests.valid(value));
            add(place.path, place.inRequest.apply(broken), "Map keys must satisfy constraint: " + constraints(key));
        }
        if (!constraints(value).isEmpty()) {
            Node broken = Node.objectNode().withMember(first, anyBreaking(value));
            add(place.path, place.inRequest.apply(broken), "Map value must satisfy constraint: " + constraints(value));
        }
    }

    /** All constraints on a text, as lists and maps of such texts name them. */
    private static List<String> constraints(Shape text) {
        return Stream.of(
                        Requests.length(text)
                                .getMax()
                                .map(max -> "Member must have length less than or equal to " + max),
                        text.hasTrait("length")
                                ? Requests.length(text)
                                        .getMin()
                                        .map(min -> "Member must have length greater than or equal to " + min)
                                : Optional.<String>empty(),
                        text.getTrait(PatternTrait.class).map(BrokenRequests::regular))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String regular(PatternTrait pattern) {
        return "Member must satisfy regular expression pattern: " + pattern.getValue();
    }

    /** A text that breaks a shape's pattern; none if every text fits. */
    private static Optional<String> breaking(Shape shape) {
        return BREAKING.stream().filter(text -> !Requests.matches(shape, text)).findFirst();
    }

    private static String anyBreaking(Shape shape) {
        Optional<Long> max = Requests.length(shape).getMax();
        return max.isPresent()
                ? "a".repeat((int) (max.get() + 1))
                : breaking(shape).orElseThrow();
    }

    private void size(Place place, Node value, String than, long bound) {
        add(place.path, place.inRequest.apply(value), "Member must have length " + than + " than or equal to " + bound);
    }

    private void add(String path, Node request, String constraint) {
        String clause = "at '" + path + "' failed to satisfy constraint: " + constraint;
        found.add(new Broken(Node.printJson(request), clause));
    }
}
