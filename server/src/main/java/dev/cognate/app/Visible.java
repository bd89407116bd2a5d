package dev.cognate.app;

/**
 * Text of strangers as a terminal may show it, on one line: what would command the terminal, or turn the direction of the text
 * around, is written out, such as {@code \u001b}. Names of users, faults of mail servers and answers of other endpoints are such
 * text.
 */
final class Visible {
    private Visible() {}

    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c)) {
                line.append(' ');
            } else if (commands(c)) {
                line.append(String.format("\\u%04x", c));
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }

    /** The control characters of ASCII and of ISO 8859, and what turns the direction. */
    private static boolean commands(int c) {
        return Character.isISOControl(c) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    }
}
