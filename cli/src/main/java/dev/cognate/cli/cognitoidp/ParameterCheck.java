package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.Shape.Member;
import dev.cognate.cli.cognitoidp.Shape.Structure;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Flag;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonValue.Whole;
import dev.cognate.cli.json.PythonText;
import dev.cognate.cli.terminal.CliError;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a request before it is sent: what is required, what is unknown, types, least lengths and values, and no more;
 * the rest is for the service to say. All faults are named at once. Reference: oauth-config D3.
 */
final class ParameterCheck {
    private static final String TEXT = "<class 'str'>";
    private static final String WHOLE = "<class 'int'>";
    private static final String FLAG = "<class 'bool'>";
    private static final String MAP = "<class 'dict'>";
    private static final String LIST = "<class 'list'>, <class 'tuple'>";
    private static final String BYTES = "<class 'bytes'>, <class 'bytearray'>, file-like object";

    private final List<String> faults = new ArrayList<>();

    private ParameterCheck() {}

    /**
     * Checks the input of an operation.
     *
     * @throws CliError.Invalid with one line for each fault
     */
    static void check(Entries input, Structure shape) {
        ParameterCheck check = new ParameterCheck();
        check.structure(input, shape, "");
        if (!check.faults.isEmpty()) {
            throw CliError.Invalid.parameter("Parameter validation failed:\n" + String.join("\n", check.faults));
        }
    }

    private void value(JsonValue value, Shape shape, String path) {
        switch (shape) {
            case Structure structure -> structure(value, structure, path);
            case Shape.Sequence sequence -> list(value, sequence, path);
            case Shape.Mapping mapping -> map(value, mapping, path);
            case Shape.Text(long least, List<String> _) -> text(value, least, path);
            case Shape.Whole whole -> whole(value, whole, path);
            case Shape.Flag _ -> expect(value instanceof Flag, value, path, FLAG);
            case Shape.Bytes _ -> expect(value instanceof Text, value, path, BYTES);
            case Shape.Time _, Shape.Free _ -> {}
        }
    }

    private void structure(JsonValue value, Structure shape, String path) {
        if (!expect(value instanceof Entries, value, path, MAP) || !(value instanceof Entries entries)) {
            return;
        }
        for (Member member : shape.members()) {
            if (member.required() && entries.get(member.name()) == null) {
                faults.add("Missing required parameter in " + name(path) + ": \"" + member.name() + "\"");
            }
        }
        for (String name : entries.members().keySet()) {
            if (shape.member(name) == null) {
                faults.add(
                        "Unknown parameter in " + name(path) + ": \"" + name + "\", must be one of: " + names(shape));
            }
        }
        entries.members().forEach((name, member) -> {
            Member known = shape.member(name);
            if (known != null) {
                value(member, known.shape(), path + "." + name);
            }
        });
    }

    private void list(JsonValue value, Shape.Sequence shape, String path) {
        if (expect(value instanceof Items, value, path, LIST) && value instanceof Items(List<JsonValue> values)) {
            atLeast("length", BigInteger.valueOf(values.size()), shape.least(), path);
            for (int i = 0; i < values.size(); i++) {
                value(values.get(i), shape.element(), path + "[" + i + "]");
            }
        }
    }

    private void map(JsonValue value, Shape.Mapping shape, String path) {
        if (expect(value instanceof Entries, value, path, MAP) && value instanceof Entries entries) {
            entries.members().forEach((key, entry) -> {
                value(new Text(key), shape.key(), path + " (key: " + key + ")");
                value(entry, shape.value(), path + "." + key);
            });
        }
    }

    private void text(JsonValue value, long least, String path) {
        if (expect(value instanceof Text, value, path, TEXT) && value instanceof Text(String text)) {
            atLeast("length", BigInteger.valueOf(text.codePointCount(0, text.length())), least, path);
        }
    }

    private void whole(JsonValue value, Shape.Whole shape, String path) {
        // Python's booleans are integers, so its check lets them through.
        expect(value instanceof Whole || value instanceof Flag, value, path, WHOLE);
        Long least = shape.least();
        if (least != null && value instanceof Whole(String digits)) {
            atLeast("value", new BigInteger(digits), least, path);
        }
    }

    private void atLeast(String measure, BigInteger actual, long least, String path) {
        if (actual.compareTo(BigInteger.valueOf(least)) < 0) {
            faults.add("Invalid " + measure + " for parameter " + name(path) + ", value: " + actual + ", valid min "
                    + measure + ": " + least);
        }
    }

    private boolean expect(boolean right, JsonValue value, String path, String types) {
        if (!right) {
            faults.add("Invalid type for parameter " + name(path) + ", value: " + PythonText.of(value) + ", type: "
                    + PythonText.type(value) + ", valid types: " + types);
        }
        return right;
    }

    private static String name(String path) {
        return path.isEmpty() ? "input" : path.startsWith(".") ? path.substring(1) : path;
    }

    private static String names(Structure shape) {
        StringBuilder names = new StringBuilder();
        for (Member member : shape.members()) {
            names.append(names.isEmpty() ? "" : ", ").append(member.name());
        }
        return names.toString();
    }
}
