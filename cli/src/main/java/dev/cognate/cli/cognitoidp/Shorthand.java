package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses the shorthand of the AWS command line, {@code Name=email,Value=jane@example.com}. Knows no types: all values
 * are text, lists or maps; {@link ShorthandTypes} fits them to the model.
 *
 * <pre>
 * parameter     = keyval *( "," keyval )
 * keyval        = key [ "@" ] "=" [ value ]
 * value         = explicit-list / hash / csv
 * csv           = first *( "," second )                  stops where the next "key=" begins
 * explicit-list = "[" [ item *( "," item ) ] "]"         item = explicit-list / hash / first
 * hash          = "{" [ key [ "@" ] "=" item *( "," ... ) ] "}"
 * first, second = single-quoted / double-quoted / bare
 * </pre>
 *
 * Reference: oauth-config D4.
 */
final class Shorthand {
    private static final char END = '\0';
    /** As deep as JSON is read. */
    private static final int DEEPEST = 500;

    private final String input;
    private final ParamFiles files;
    private int at;
    private int depth;
    private boolean loadsFiles;

    private Shorthand(String input, ParamFiles files) {
        this.input = input;
        this.files = files;
    }

    /** Text that does not fit the grammar; the message shows where. */
    static final class SyntaxError extends Exception {
        private static final long serialVersionUID = 1L;
        private final String text;
        private final int position;

        private SyntaxError(String text, int position) {
            super(text, null, false, false);
            this.text = text;
            this.position = position;
        }

        @Override
        public String getMessage() {
            return text;
        }

        /** Where it is, counted from 0. */
        int position() {
            return position;
        }
    }

    /**
     * The map that the text stands for.
     *
     * @param files reads the files that {@code key@=file://...} names
     * @throws SyntaxError when the text does not fit the grammar, or names a key twice
     */
    static Entries parse(String input, ParamFiles files) throws SyntaxError {
        return new Shorthand(input, files).parameter();
    }

    private Entries parameter() throws SyntaxError {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        String first = key();
        members.put(first, value());
        int end = at;
        while (!atEnd()) {
            expectSpaced(',');
            String key = key();
            JsonValue value = value();
            if (members.putIfAbsent(key, value) != null) {
                throw duplicate(key, end + 1);
            }
            end = at;
        }
        return new Entries(members);
    }

    /** A key with its equals sign. */
    private String key() throws SyntaxError {
        int start = at;
        while (isKeyCharacter(current())) {
            at++;
        }
        String key = input.substring(start, at);
        blanks();
        loadsFiles = current() == '@';
        if (loadsFiles) {
            at++;
        }
        expectSpaced('=');
        return key;
    }

    private JsonValue value() throws SyntaxError {
        if (atEnd()) {
            return new Text("");
        }
        return switch (current()) {
            case '[' -> explicitList();
            case '{' -> hash();
            default -> commaSeparated();
        };
    }

    private JsonValue item() throws SyntaxError {
        if (++depth > DEEPEST) {
            throw new SyntaxError("Nested deeper than " + DEEPEST + " values", at);
        }
        JsonValue item = switch (current()) {
            case '[' -> explicitList();
            case '{' -> hash();
            default -> firstValue();
        };
        depth--;
        return item;
    }

    private JsonValue commaSeparated() throws SyntaxError {
        Text first = firstValue();
        blanks();
        if (current() != ',') {
            return first;
        }
        List<JsonValue> values = new ArrayList<>();
        values.add(first);
        while (!atEnd()) {
            int comma = at;
            expectSpaced(',');
            Text next = secondValue(comma);
            if (next == null) {
                break;
            }
            values.add(next);
        }
        return values.size() == 1 ? first : new Items(values);
    }

    /**
     * The element after a comma, or null when a key begins there instead: then the comma ends the list, and we are back
     * before it.
     */
    private @Nullable Text secondValue(int comma) throws SyntaxError {
        try {
            Text value = isQuote(current()) ? quoted() : mandatoryBare();
            blanks();
            if (!atEnd() && current() != ',') {
                throw unexpected(",", String.valueOf(current()));
            }
            return value;
        } catch (SyntaxError noElement) {
            if (atEnd()) {
                throw noElement;
            }
            // Of two commas in a row AWS's parser takes the second for the end of the list, and passes over the first.
            at = current() == ',' ? at : comma;
            return null;
        }
    }

    private Items explicitList() throws SyntaxError {
        expectSpaced('[');
        List<JsonValue> values = new ArrayList<>();
        while (current() != ']') {
            values.add(item());
            separator(']');
        }
        at++;
        return new Items(values);
    }

    private Entries hash() throws SyntaxError {
        expectSpaced('{');
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (current() != '}') {
            String key = key();
            members.put(key, item());
            separator('}');
        }
        at++;
        return new Entries(members);
    }

    private void separator(char close) throws SyntaxError {
        blanks();
        if (current() != close) {
            expect(',');
            blanks();
        }
    }

    private Text firstValue() throws SyntaxError {
        return isQuote(current()) ? quoted() : bare(Shorthand::followsInFirst);
    }

    private Text mandatoryBare() throws SyntaxError {
        if (!startsBare()) {
            throw unexpected("<second>", "<none>");
        }
        return bare(Shorthand::followsInSecond);
    }

    /** Whether a character may stand in a bare value after its first. */
    @FunctionalInterface
    private interface Follow {
        boolean allows(char c);
    }

    private Text bare(Follow follow) {
        int start = at;
        boolean more = startsBare();
        while (more) {
            at += isEscapedComma() ? 2 : 1;
            more = !atEnd() && (isEscapedComma() || follow.allows(current()));
        }
        return resolved(input.substring(start, at).replace("\\,", ",").stripTrailing());
    }

    private boolean startsBare() {
        return !atEnd() && (isEscapedComma() || startsWord(current()));
    }

    /** A value in quotes, in which a backslash escapes a quote and another backslash. */
    private Text quoted() throws SyntaxError {
        char quote = current();
        int close = closingQuote(quote);
        if (close < 0) {
            throw unexpected(quote == '\'' ? "<singled quoted>" : "<double quoted>", "<none>");
        }
        String text = input.substring(at + 1, close)
                .replace("\\" + quote, String.valueOf(quote))
                .replace("\\\\", "\\");
        at = close + 1;
        return resolved(text);
    }

    private int closingQuote(char quote) {
        int lastEscaped = -1;
        for (int i = at + 1; i < input.length(); i++) {
            char c = input.charAt(i);
            if (c == quote) {
                return i;
            }
            if (c == '\\' && i + 1 < input.length() && input.charAt(i + 1) == quote) {
                lastEscaped = ++i;
            }
        }
        // No closing quote is left: then the last escaped one was it, after a backslash of its own.
        return lastEscaped;
    }

    private Text resolved(String value) {
        String content = loadsFiles ? files.content(value) : null;
        return new Text(content == null ? value : content);
    }

    private void expectSpaced(char wanted) throws SyntaxError {
        blanks();
        expect(wanted);
        blanks();
    }

    private void expect(char wanted) throws SyntaxError {
        if (atEnd()) {
            throw unexpected(String.valueOf(wanted), "EOF");
        }
        if (current() != wanted) {
            throw unexpected(String.valueOf(wanted), String.valueOf(current()));
        }
        at++;
    }

    private void blanks() {
        while (" \t\n\r\u000b\f".indexOf(current()) >= 0) {
            at++;
        }
    }

    private char current() {
        return atEnd() ? END : input.charAt(at);
    }

    private boolean atEnd() {
        return at >= input.length();
    }

    private boolean isEscapedComma() {
        return input.startsWith("\\,", at);
    }

    private static boolean isQuote(char c) {
        return c == '\'' || c == '"';
    }

    private static boolean isKeyCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_.#/:".indexOf(c) >= 0;
    }

    private static boolean startsWord(char c) {
        return c > ' ' && "\"',=[{".indexOf(c) < 0;
    }

    private static boolean followsInFirst(char c) {
        return isTextOrBlank(c) && "\"',]}".indexOf(c) < 0;
    }

    private static boolean followsInSecond(char c) {
        return isTextOrBlank(c) && "\"',=".indexOf(c) < 0;
    }

    private static boolean isTextOrBlank(char c) {
        return c >= ' ' || (c >= '\t' && c <= '\r') || (c >= '\u001c' && c <= '\u001f');
    }

    private SyntaxError unexpected(String expected, String received) {
        return new SyntaxError(
                "Expected: '" + expected + "', received: '" + received + "' for input:\n" + location(at), at);
    }

    private SyntaxError duplicate(String key, int position) {
        return new SyntaxError(
                "Second instance of key \"" + key + "\" encountered for input:\n" + location(position)
                        + "\nThis is often because there is a preceding \",\" instead of a space.",
                position);
    }

    /** The input with a caret under the position, below the line that it is on. */
    private String location(int position) {
        int lineStart = input.lastIndexOf('\n', position - 1) + 1;
        int lineEnd = input.indexOf('\n', position);
        String before = lineEnd < 0 ? input : input.substring(0, lineEnd);
        String after = lineEnd < 0 ? "" : input.substring(lineEnd);
        return before + "\n" + " ".repeat(position - lineStart) + "^" + after;
    }
}
