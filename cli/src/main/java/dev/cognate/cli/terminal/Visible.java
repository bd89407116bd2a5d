package dev.cognate.cli.terminal;

/**
 * Text of strangers as a terminal may show it: what would command the terminal, or turn the direction of the text around it,
 * is written out, such as {@code \u001b}. For what we show to people; the answer to an operation is data and stays as it is.
 */
public final class Visible {

    private Visible() {}

    /** The text on one line: breaks and tabs become blanks. */
    public static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(c -> add(line, isBreak(c) || c == '\t' ? ' ' : c));
        return line.toString();
    }

    /** The text with its lines and tabs; a carriage return, which would write over a line, begins another one. */
    public static String lines(String text) {
        StringBuilder lines = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(c -> {
            if (isBreak(c)) {
                lines.append('\n');
            } else if (c == '\t') {
                lines.append('\t');
            } else {
                add(lines, c);
            }
        });
        return lines.toString();
    }

    /** JSON that says the same to programs: in it such characters stand in strings alone, and are escaped there. */
    public static String json(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            if (c == '\n') {
                escaped.append('\n');
            } else {
                add(escaped, c);
            }
        });
        return escaped.toString();
    }

    /** Whether nothing of the text has to be written out. */
    public static boolean is(String text) {
        return text.codePoints().noneMatch(Visible::commands);
    }

    private static void add(StringBuilder text, int c) {
        if (commands(c)) {
            text.append(String.format("\\u%04x", c));
        } else {
            text.appendCodePoint(c);
        }
    }

    private static boolean isBreak(int c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** The control characters of ASCII and of ISO 8859, what Unicode breaks lines with, and what turns the direction. */
    private static boolean commands(int c) {
        return Character.isISOControl(c) || (c >= '\u2028' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
    }
}
