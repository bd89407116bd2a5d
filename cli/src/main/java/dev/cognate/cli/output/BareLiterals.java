package dev.cognate.cli.output;

import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonReader.Malformed;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonWriter;

/**
 * Literals such as {@code `email`}, which JMESPath once took for strings and the AWS command line still does: today's
 * grammar wants {@code `"email"`}.
 */
final class BareLiterals {

    private BareLiterals() {}

    /** The expression with every literal that is not JSON turned into a string. */
    static String quoted(String expression) {
        StringBuilder quoted = new StringBuilder();
        int position = 0;
        while (position < expression.length()) {
            char c = expression.charAt(position);
            int end = c == '`' || c == '\'' || c == '"' ? end(expression, position) : position;
            String piece = expression.substring(position, end + 1);
            quoted.append(c == '`' && end > position ? literal(piece) : piece);
            position = end + 1;
        }
        return quoted.toString();
    }

    /** Where the quotation ends that begins here; its beginning when it does not end, which the parser will report. */
    private static int end(String expression, int start) {
        for (int i = start + 1; i < expression.length(); i++) {
            if (expression.charAt(i) == '\\') {
                i++;
            } else if (expression.charAt(i) == expression.charAt(start)) {
                return i;
            }
        }
        return start;
    }

    private static String literal(String literal) {
        String content = literal.substring(1, literal.length() - 1).replace("\\`", "`");
        try {
            JsonReader.read(content.strip());
            return literal;
        } catch (Malformed bare) {
            return "`"
                    + JsonWriter.indented(new JsonValue.Text(content.stripLeading()))
                            .replace("`", "\\`") + "`";
        }
    }
}
