package dev.cognate.cli.json;

import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong with text that is not JSON, in the words of Python's decoder: {@code Expecting ',' delimiter: line
 * 1 column 23 (char 22)}. Columns count from 1 and characters from 0. Reference: oauth-config D3.
 */
final class JsonComplaint {
    private static final String NO_VALUE = "Expecting value";
    private static final String NO_NAME = "Expecting property name enclosed in double quotes";
    /** Deeper than the reader reads; only a bound for our own recursion. */
    private static final int DEEPEST = 1500;

    private final String text;
    private int at;
    private int depth;
    private @Nullable String found;

    private JsonComplaint(String text) {
        this.text = text;
    }

    /** The complaint about text that the reader has refused. */
    static String about(String text) {
        JsonComplaint complaint = new JsonComplaint(text);
        complaint.document();
        String found = complaint.found;
        // What Python would read and Jackson does not (a NaN, say) is no value of the API either.
        return found != null ? found : complaint.placed(NO_VALUE, 0);
    }

    private void document() {
        blanks();
        if (value()) {
            blanks();
            if (at < text.length()) {
                fail("Extra data", at);
            }
        }
    }

    private boolean value() {
        if (++depth > DEEPEST) {
            return fail(NO_VALUE, at);
        }
        boolean good = switch (current()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> literal();
        };
        depth--;
        return good;
    }

    private boolean object() {
        at++;
        blanks();
        if (current() == '}') {
            at++;
            return true;
        }
        while (true) {
            if (current() != '"') {
                return fail(NO_NAME, at);
            }
            if (!member()) {
                return false;
            }
            if (current() == '}') {
                at++;
                return true;
            }
            if (!delimiter(',')) {
                return false;
            }
        }
    }

    private boolean member() {
        if (!string()) {
            return false;
        }
        blanks();
        if (!delimiter(':') || !value()) {
            return false;
        }
        blanks();
        return true;
    }

    private boolean array() {
        at++;
        blanks();
        if (current() == ']') {
            at++;
            return true;
        }
        while (value()) {
            blanks();
            if (current() == ']') {
                at++;
                return true;
            }
            if (!delimiter(',')) {
                return false;
            }
        }
        return false;
    }

    private boolean delimiter(char wanted) {
        if (current() != wanted) {
            return fail("Expecting '" + wanted + "' delimiter", at);
        }
        at++;
        blanks();
        return true;
    }

    private boolean string() {
        int start = at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return true;
            }
            if (c < ' ') {
                return fail("Invalid control character at", at);
            }
            if (c == '\\' && !escape(start)) {
                return false;
            }
            at++;
        }
        return fail("Unterminated string starting at", start);
    }

    private boolean escape(int start) {
        int backslash = at++;
        if (at >= text.length()) {
            return fail("Unterminated string starting at", start);
        }
        char c = text.charAt(at);
        if (c == 'u') {
            return unicodeEscape();
        }
        return "\"\\/bfnrt".indexOf(c) >= 0 || fail("Invalid \\escape", backslash);
    }

    private boolean unicodeEscape() {
        int digits = at + 1;
        for (int i = digits; i < digits + 4; i++) {
            // Python wants a character behind the digits too.
            if (i + 1 >= text.length() || Character.digit(text.charAt(i), 16) < 0) {
                return fail("Invalid \\uXXXX escape", at);
            }
        }
        at += 4;
        return true;
    }

    private boolean literal() {
        for (String word : new String[] {"true", "false", "null", "NaN", "Infinity", "-Infinity"}) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return true;
            }
        }
        return number() || fail(NO_VALUE, at);
    }

    private boolean number() {
        int digits = current() == '-' ? at + 1 : at;
        int end = digitsFrom(digits);
        if (end == digits) {
            return false;
        }
        at = text.charAt(digits) == '0' ? digits + 1 : end;
        if (current() == '.' && digitsFrom(at + 1) > at + 1) {
            at = digitsFrom(at + 1);
        }
        if (current() == 'e' || current() == 'E') {
            int sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 2 : 1;
            if (digitsFrom(at + sign) > at + sign) {
                at = digitsFrom(at + sign);
            }
        }
        return true;
    }

    private int digitsFrom(int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private void blanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char current() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private boolean fail(String problem, int position) {
        if (found == null) {
            found = placed(problem, position);
        }
        return false;
    }

    private String placed(String problem, int position) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < position; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return problem + ": line " + line + " column " + (position - lineStart + 1) + " (char " + position + ")";
    }
}
