package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.Shape.Member;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Decimal;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Flag;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonValue.Whole;
import dev.cognate.cli.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values that fit a shape, for answers and for the options that an operation requires. */
final class Samples {

    /** An answer that leads to the next page would do so for ever. */
    private static final Set<String> TOKENS = Set.of("NextToken", "PaginationToken");

    private Samples() {}

    /** A value as an answer has it: every member but tokens of pages, and every list with one element. */
    static JsonValue of(Shape shape, String name) {
        return switch (shape) {
            case Shape.Text(long least, List<String> values) ->
                new Text(
                        values.isEmpty()
                                ? name + "x".repeat((int) Math.max(0, least - name.length()))
                                : values.getLast());
            case Shape.Whole(Long least) -> new Whole(least == null || least < 7 ? "7" : least.toString());
            case Shape.Flag _ -> new Flag(true);
            case Shape.Time _ -> new Decimal("1716784814.598");
            case Shape.Bytes _ -> new Text("YWJj");
            case Shape.Free _ -> new Entries(Map.of("k", new Text("v")));
            case Shape.Sequence(Shape element, long _, String _) -> new Items(List.of(of(element, name)));
            case Shape.Mapping(Shape _, Shape value) -> new Entries(Map.of("k", of(value, name)));
            case Shape.Structure(List<Member> members) -> {
                Map<String, JsonValue> values = new LinkedHashMap<>();
                members.stream()
                        .filter(member -> !TOKENS.contains(member.name()))
                        .forEach(member -> values.put(member.name(), of(member.shape(), member.name())));
                yield new Entries(values);
            }
        };
    }

    /** The options that the operation requires, with values. */
    static List<String> required(ApiOperation operation) {
        List<String> words = new ArrayList<>();
        for (Member member : operation.input().members()) {
            if (member.required()) {
                words.add("--" + member.option());
                word(member, words);
            }
        }
        return words;
    }

    private static void word(Member member, List<String> words) {
        JsonValue value = of(member.shape(), member.name());
        switch (value) {
            case Text(String text) -> words.add(text);
            case Whole(String digits) -> words.add(digits);
            case Flag _ -> {}
            case Items(List<JsonValue> values) when values.getFirst() instanceof Text(String text) -> words.add(text);
            default -> words.add(JsonWriter.compact(value));
        }
    }
}
