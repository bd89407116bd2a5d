package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.Shape.Member;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Flag;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Nothing;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonValue.Whole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sample of a request, to be filled in and given to {@code --cli-input-json}. Reference: oauth-config D7. */
final class Skeleton {

    private Skeleton() {}

    /** The sample of a value. */
    static JsonValue of(Shape shape) {
        return switch (shape) {
            case Shape.Text(long _, List<String> values) -> new Text(values.isEmpty() ? "" : values.getFirst());
            case Shape.Whole _ -> new Whole("0");
            case Shape.Flag _ -> new Flag(true);
            case Shape.Time _ -> new Text("1970-01-01T00:00:00");
            case Shape.Bytes _ -> new Nothing();
            case Shape.Free _ -> new Entries(Map.of());
            case Shape.Sequence(Shape element, long _) -> new Items(List.of(of(element)));
            case Shape.Mapping(Shape _, Shape value) -> new Entries(Map.of("KeyName", of(value)));
            case Shape.Structure(List<Member> members) -> structure(members);
        };
    }

    private static Entries structure(List<Member> members) {
        Map<String, JsonValue> samples = new LinkedHashMap<>();
        for (Member member : members) {
            samples.put(member.name(), of(member.shape()));
        }
        return new Entries(samples);
    }
}
