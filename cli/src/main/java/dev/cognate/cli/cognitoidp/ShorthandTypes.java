package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.Shape.Mapping;
import dev.cognate.cli.cognitoidp.Shape.Member;
import dev.cognate.cli.cognitoidp.Shape.Sequence;
import dev.cognate.cli.cognitoidp.Shape.Structure;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Flag;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonValue.Whole;
import dev.cognate.cli.json.PythonText;
import dev.cognate.cli.terminal.CliError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits what shorthand says to the types of the model: a single value where a list is wanted becomes a list of one, words
 * become numbers and booleans. What does not fit stays as it is, for {@link ParameterCheck} to name. Reference:
 * oauth-config D4.
 */
final class ShorthandTypes {

    private ShorthandTypes() {}

    /**
     * The value, fitted.
     *
     * @throws CliError.General for text where the model has a whole number
     */
    static JsonValue fit(JsonValue value, Shape shape) {
        return switch (shape) {
            case Structure structure -> value instanceof Entries entries ? structure(entries, structure) : value;
            case Mapping mapping -> value instanceof Entries entries ? mapping(entries, mapping) : value;
            case Sequence sequence -> sequence(value, sequence);
            case Shape.Whole _ -> value instanceof Text(String text) ? whole(text) : value;
            case Shape.Flag _ -> value instanceof Text text ? flag(text) : value;
            case Shape.Text _, Shape.Time _, Shape.Bytes _, Shape.Free _ -> value;
        };
    }

    /** The whole number that the text is. */
    static Whole whole(String text) {
        String digits = PythonText.integer(text);
        if (digits == null) {
            throw new CliError.General("invalid literal for int() with base 10: '" + text + "'");
        }
        return new Whole(digits);
    }

    private static Entries structure(Entries entries, Structure structure) {
        Map<String, JsonValue> fitted = new LinkedHashMap<>();
        entries.members().forEach((name, value) -> {
            Member member = structure.member(name);
            fitted.put(name, member == null ? value : fit(value, member.shape()));
        });
        return new Entries(fitted);
    }

    private static Entries mapping(Entries entries, Mapping mapping) {
        Map<String, JsonValue> fitted = new LinkedHashMap<>();
        entries.members().forEach((key, value) -> fitted.put(key, fit(value, mapping.value())));
        return new Entries(fitted);
    }

    private static Items sequence(JsonValue value, Sequence sequence) {
        if (!(value instanceof Items(List<JsonValue> values))) {
            return new Items(List.of(value));
        }
        List<JsonValue> fitted = new ArrayList<>();
        for (JsonValue element : values) {
            fitted.add(fit(element, sequence.element()));
        }
        return new Items(fitted);
    }

    private static JsonValue flag(Text text) {
        if (text.value().equalsIgnoreCase("true")) {
            return new Flag(true);
        }
        return text.value().equalsIgnoreCase("false") ? new Flag(false) : text;
    }
}
