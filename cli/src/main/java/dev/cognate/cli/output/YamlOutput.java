package dev.cognate.cli.output;

import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Decimal;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Flag;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Nothing;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonValue.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.serializer.Serializer;

/** YAML in block style, members in the order of the alphabet. Reference: oauth-config D9. */
final class YamlOutput {
    /** Strings that some reader of YAML takes for a number, a time or a merge, though the core schema does not. */
    private static final Pattern MISTAKABLE =
            Pattern.compile("[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?[0-9][0-9_]*|[-+]?0x[0-9a-fA-F_]+"
                    + "|[-+]?(?:[0-9][0-9_]*)\\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
                    + "|\\d{4}-\\d{2}-\\d{2}|\\d{4}-\\d{1,2}-\\d{1,2}(?:[Tt]|[ \\t]+)\\d{1,2}:\\d{2}:\\d{2}(?:\\.\\d*)?"
                    + "(?:[ \\t]*(?:Z|[-+]\\d{1,2}(?::\\d{2})?))?|=|<<");

    private YamlOutput() {}

    /** The document of a value. */
    static String of(JsonValue value) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSchema(new CoreSchema())
                .build();
        StringBuilder text = new StringBuilder();
        StreamDataWriter writer = new StreamDataWriter() {
            @Override
            public void write(String piece) {
                text.append(piece);
            }

            @Override
            public void write(String piece, int from, int length) {
                text.append(piece, from, from + length);
            }
        };
        Serializer serializer = new Serializer(settings, new Emitter(settings, writer));
        serializer.emitStreamStart();
        serializer.serializeDocument(node(value));
        serializer.emitStreamEnd();
        return text.toString();
    }

    private static Node node(JsonValue value) {
        return switch (value) {
            case Text(String text) -> string(text);
            case Whole(String digits) -> new ScalarNode(Tag.INT, digits, ScalarStyle.PLAIN);
            case Decimal(String digits) -> new ScalarNode(Tag.FLOAT, digits, ScalarStyle.PLAIN);
            case Flag(boolean flag) -> new ScalarNode(Tag.BOOL, String.valueOf(flag), ScalarStyle.PLAIN);
            case Nothing _ -> new ScalarNode(Tag.NULL, "null", ScalarStyle.PLAIN);
            case Items(List<JsonValue> values) ->
                new SequenceNode(Tag.SEQ, values.stream().map(YamlOutput::node).toList(), style(values.isEmpty()));
            case Entries(Map<String, JsonValue> members) -> mapping(members);
        };
    }

    private static Node string(String text) {
        ScalarStyle style = MISTAKABLE.matcher(text).matches() ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.PLAIN;
        return new ScalarNode(Tag.STR, text, style);
    }

    private static Node mapping(Map<String, JsonValue> members) {
        List<NodeTuple> tuples = new ArrayList<>();
        new TreeMap<>(members).forEach((name, value) -> tuples.add(new NodeTuple(string(name), node(value))));
        return new MappingNode(Tag.MAP, tuples, style(tuples.isEmpty()));
    }

    private static FlowStyle style(boolean empty) {
        return empty ? FlowStyle.FLOW : FlowStyle.BLOCK;
    }
}
