package dev.cognate.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
import software.amazon.smithy.model.traits.RangeTrait;

/** Requests that satisfy the model's constraints and make no sense: one member at a time has an unusual value. */
final class UnusualRequests {
    private static final int LONG = 2_000;

    /** Texts that have surprised some program. */
    static final List<String> TEXTS = List.of(
            "\u0000",
            "\uffff",
            "\ud83d\ude00",
            "\u0130",
            "'; DROP TABLE users; --",
            "../../etc/passwd",
            "%s%n${x}{0}",
            "{}",
            "[",
            "-1",
            "999999999999999999999",
            "NaN",
            "2026-02-30",
            "https://",
            "a@b",
            "+0",
            "custom:",
            "arn:aws:iam::1:role/",
            "!!!!",
            " ");

    /** Those that every member is given. */
    private static final List<String> EACH =
            "full".equals(System.getProperty("cognate.proofs")) ? TEXTS : TEXTS.subList(0, 5);

    private final ApiModel model;
    private final Requests requests;

    UnusualRequests(ApiModel model) {
        this.model = model;
        this.requests = new Requests(model);
    }

    /** Variants of a structure: without any member that may be missing, and with one unusual value each. */
    List<ObjectNode> of(StructureShape shape) {
        ObjectNode minimal = requests.minimal(shape);
        List<ObjectNode> variants = new ArrayList<>(List.of(minimal));
        for (MemberShape member : shape.members()) {
            values(model.target(member))
                    .forEach(value -> variants.add(minimal.withMember(member.getMemberName(), value)));
        }
        return variants;
    }

    private Stream<? extends Node> values(Shape shape) {
        return switch (shape.getType()) {
            case STRING -> texts(shape).map(Node::from);
            case ENUM -> ApiModel.printed((EnumShape) shape).stream().map(Node::from);
            case INTEGER, LONG -> numbers(shape).map(Node::from);
            case BOOLEAN -> Stream.of(Node.from(true), Node.from(false));
            case DOCUMENT -> Stream.of(Node.parse("{\"a\":[1,null,{\"b\":1e300}]}"), Node.from("text"), Node.from(1));
            case BLOB -> Stream.of(Node.from(""), Node.from("AAAA"));
            case STRUCTURE -> of((StructureShape) shape).stream();
            case LIST -> elements((ListShape) shape);
            case MAP -> entries((MapShape) shape);
            default -> Stream.of(requests.valid(shape));
        };
    }

    private Stream<Node> elements(ListShape list) {
        Stream<Node> single = values(model.target(list.getMember())).map(ArrayNode::arrayNode);
        Node twice =
                requests.list(list, Math.min(2, Requests.length(list).getMax().orElse(2L)));
        return Requests.length(list).getMin().orElse(0L) > 0
                ? Stream.concat(single, Stream.of(twice))
                : Stream.concat(single, Stream.of(twice, ArrayNode.arrayNode()));
    }

    private Stream<Node> entries(MapShape map) {
        String key = requests.map(map, 1).getStringMap().keySet().iterator().next();
        Stream<Node> values = values(model.target(map.getValue()))
                .map(value -> Node.objectNode().withMember(key, value));
        Shape keys = model.target(map.getKey());
        Stream<String> names = keys instanceof EnumShape named ? ApiModel.printed(named).stream() : texts(keys);
        return Stream.concat(
                values,
                names.map(name -> Node.objectNode().withMember(name, requests.valid(model.target(map.getValue())))));
    }

    private static Stream<String> texts(Shape shape) {
        long min = Requests.length(shape).getMin().orElse(0L);
        long max = Requests.length(shape).getMax().orElse((long) LONG);
        String usual = Requests.text(shape);
        String longest = "a".repeat((int) Math.min(max, LONG));
        return Stream.concat(Stream.of("", usual, longest), EACH.stream())
                .filter(text -> text.codePointCount(0, text.length()) >= min
                        && text.codePointCount(0, text.length()) <= max
                        && Requests.matches(shape, text));
    }

    private static Stream<Long> numbers(Shape shape) {
        RangeTrait range = shape.getTrait(RangeTrait.class)
                .orElse(RangeTrait.builder()
                        .min(BigDecimal.valueOf(Integer.MIN_VALUE))
                        .max(BigDecimal.valueOf(Integer.MAX_VALUE))
                        .build());
        long min = range.getMin().map(Number::longValue).orElse((long) Integer.MIN_VALUE);
        long max = range.getMax().map(Number::longValue).orElse((long) Integer.MAX_VALUE);
        return Stream.of(min, max, Math.clamp(0L, min, max)).distinct();
    }
}
