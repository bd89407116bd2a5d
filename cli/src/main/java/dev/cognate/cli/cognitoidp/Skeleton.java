package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.Shape.Member;
import dev.cognate.cli.cognitoidp.Shape.Structure;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Flag;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Nothing;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonValue.Whole;
import dev.cognate.cli.terminal.CliError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sample of a request, to be filled in and given to {@code --cli-input-json}, or of an answer, to try a query on.
 * Reference: oauth-config D7.
 */
final class Skeleton {
    private final boolean answer;

    private Skeleton(boolean answer) {
        this.answer = answer;
    }

    /** The sample of a request. */
    static JsonValue of(Shape shape) {
        return new Skeleton(false).value(shape, "");
    }

    /**
     * The sample of an answer: each string is the name of its member.
     *
     * @throws CliError.Invalid when such an answer would break the rules of the API, as one with a name that is too short
     */
    static Entries ofAnswer(Structure shape) {
        Entries sample = new Skeleton(true).structure(shape.members());
        ParameterCheck.check(sample, shape);
        return sample;
    }

    private JsonValue value(Shape shape, String name) {
        return switch (shape) {
            case Shape.Text(long _, List<String> values) -> new Text(text(values, name));
            case Shape.Whole _ -> new Whole("0");
            case Shape.Flag _ -> new Flag(true);
            case Shape.Time _ -> new Text("1970-01-01T00:00:00");
            case Shape.Bytes _ -> new Nothing();
            case Shape.Free _ -> new Entries(Map.of());
            case Shape.Sequence(Shape element, long _, String elementName) ->
                new Items(List.of(value(element, elementName)));
            case Shape.Mapping(Shape _, Shape value) -> new Entries(Map.of("KeyName", value(value, "")));
            case Structure(List<Member> members) -> structure(members);
        };
    }

    private String text(List<String> values, String name) {
        if (answer) {
            return name;
        }
        return values.isEmpty() ? "" : values.getFirst();
    }

    private Entries structure(List<Member> members) {
        Map<String, JsonValue> samples = new LinkedHashMap<>();
        for (Member member : members) {
            samples.put(member.name(), value(member.shape(), member.name()));
        }
        return new Entries(samples);
    }
}
