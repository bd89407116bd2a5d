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
import org.jspecify.annotations.Nullable;

/** How Python prints and reads values: its words stand in the complaints that scripts know. Reference: oauth-config D3. */
public final class PythonText {

    private PythonText() {}

    /** The value as {@code str()} prints it. */
    public static String of(JsonValue value) {
        return value instanceof Text(String text) ? text : represented(value);
    }

    /** The type of the value, such as {@code <class 'str'>}. */
    public static String type(JsonValue value) {
        String name = switch (value) {
            case Text _ -> "str";
            case Whole _ -> "int";
            case Decimal _ -> "float";
            case Flag _ -> "bool";
            case Nothing _ -> "NoneType";
            case Items _ -> "list";
            case Entries _ -> "dict";
        };
        return "<class '" + name + "'>";
    }

    /** The digits that {@code int()} reads in the text; null when it refuses it. */
    public static @Nullable String integer(String text) {
        String digits = text.strip();
        boolean negative = digits.startsWith("-");
        digits = negative || digits.startsWith("+") ? digits.substring(1) : digits;
        if (!isWhole(digits)) {
            return null;
        }
        digits = withoutLeadingZeros(digits.replace("_", ""));
        return negative && !digits.equals("0") ? "-" + digits : digits;
    }

    private static String withoutLeadingZeros(String digits) {
        int zeros = 0;
        while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return digits.substring(zeros);
    }

    private static boolean isWhole(String digits) {
        boolean afterDigit = false;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && (c != '_' || !afterDigit)) {
                return false;
            }
            afterDigit = digit;
        }
        return afterDigit;
    }

    private static String represented(JsonValue value) {
        return switch (value) {
            case Text(String text) -> quoted(text);
            case Whole(String digits) -> digits;
            case Decimal(String digits) -> digits;
            case Flag(boolean flag) -> flag ? "True" : "False";
            case Nothing _ -> "None";
            case Items(List<JsonValue> values) -> list(values);
            case Entries(Map<String, JsonValue> members) -> dictionary(members);
        };
    }

    private static String list(List<JsonValue> values) {
        StringBuilder text = new StringBuilder("[");
        for (JsonValue value : values) {
            text.append(text.length() == 1 ? "" : ", ").append(represented(value));
        }
        return text.append(']').toString();
    }

    private static String dictionary(Map<String, JsonValue> members) {
        StringBuilder text = new StringBuilder("{");
        members.forEach((name, value) -> text.append(text.length() == 1 ? "" : ", ")
                .append(quoted(name))
                .append(": ")
                .append(represented(value)));
        return text.append('}').toString();
    }

    private static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder quoted = new StringBuilder().append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c == quote ? "\\" : "").append(c);
            }
        }
        return quoted.append(quote).toString();
    }
}
