package dev.cognate.cli.json;

import dev.cognate.cli.json.JsonValue.Decimal;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Flag;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Nothing;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonValue.Whole;
import java.util.List;
import java.util.Map;

/** Writes JSON in the two forms of Python's encoder. Reference: oauth-config D9, D16. */
public final class JsonWriter {
    private final StringBuilder text = new StringBuilder(256);
    private final boolean indented;

    private JsonWriter(boolean indented) {
        this.indented = indented;
    }

    /** One line, {@code ", "} and {@code ": "} as separators, ASCII only: the form of a request. */
    public static String compact(JsonValue value) {
        return written(value, false);
    }

    /** Four spaces of indentation, other scripts left readable, no newline at the end: the form for people. */
    public static String indented(JsonValue value) {
        return written(value, true);
    }

    private static String written(JsonValue value, boolean indented) {
        JsonWriter writer = new JsonWriter(indented);
        writer.write(value, 0);
        return writer.text.toString();
    }

    private void write(JsonValue value, int depth) {
        switch (value) {
            case Text(String string) -> quote(string);
            case Whole(String digits) -> text.append(digits);
            case Decimal(String digits) -> text.append(digits);
            case Flag(boolean flag) -> text.append(flag);
            case Nothing() -> text.append("null");
            case Items(List<JsonValue> values) -> array(values, depth);
            case Entries(Map<String, JsonValue> members) -> object(members, depth);
        }
    }

    private void array(List<JsonValue> values, int depth) {
        text.append('[');
        boolean first = true;
        for (JsonValue value : values) {
            separate(first, depth + 1);
            write(value, depth + 1);
            first = false;
        }
        close(']', values.isEmpty(), depth);
    }

    private void object(Map<String, JsonValue> members, int depth) {
        text.append('{');
        boolean first = true;
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            separate(first, depth + 1);
            quote(member.getKey());
            text.append(": ");
            write(member.getValue(), depth + 1);
            first = false;
        }
        close('}', members.isEmpty(), depth);
    }

    private void separate(boolean first, int depth) {
        if (!first) {
            text.append(indented ? "," : ", ");
        }
        if (indented) {
            newLine(depth);
        }
    }

    private void close(char bracket, boolean empty, int depth) {
        if (indented && !empty) {
            newLine(depth);
        }
        text.append(bracket);
    }

    private void newLine(int depth) {
        text.append('\n').repeat(" ", 4 * depth);
    }

    private void quote(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> plain(c);
            }
        }
        text.append('"');
    }

    private void plain(char c) {
        if (c < ' ' || (c > '~' && !indented)) {
            text.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                text.append(Character.forDigit((c >> shift) & 0xf, 16));
            }
        } else {
            text.append(c);
        }
    }
}
