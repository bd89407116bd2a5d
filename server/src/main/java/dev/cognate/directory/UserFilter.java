package dev.cognate.directory;

import dev.cognate.wire.fault.InvalidParameterException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ListUsers} is asked for: {@code <attribute> = "<value>"} or {@code <attribute> ^= "<value>"} (begins with).
 * One attribute, no {@code and} or {@code or}; inside the value, {@code "} and {@code \} stand behind a {@code \}.
 * Reference: lifecycle F12.
 *
 * @param attribute the name of the attribute
 * @param prefix whether the value is only how the attribute begins
 * @param value the value
 */
public record UserFilter(String attribute, boolean prefix, String value) {
    static final String USERNAME = "username";
    static final String SUB = "sub";
    static final String STATUS = "cognito:user_status";
    static final String ENABLED = "status";

    private static final Set<String> COLUMNS = Set.of(USERNAME, SUB, STATUS, ENABLED);

    /**
     * Reads a filter.
     *
     * @return null for an empty filter, which lets everyone through
     * @throws InvalidParameterException the text is no filter, or its attribute cannot be searched
     */
    public static @Nullable UserFilter parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        UserFilter filter = new Parser(text.strip()).filter();
        if (!COLUMNS.contains(filter.attribute) && !SearchTable.ATTRIBUTES.contains(filter.attribute)) {
            throw new InvalidParameterException(Texts.badSearchAttribute(filter.attribute));
        }
        return filter;
    }

    /** Reads from left to right; every step fails with the same text. */
    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        UserFilter filter() {
            String attribute = attribute();
            blanks();
            boolean prefix = accept('^');
            expect('=');
            blanks();
            String value = value();
            if (at != text.length()) {
                throw malformed();
            }
            return new UserFilter(attribute, prefix, value);
        }

        private String attribute() {
            int start = at;
            while (at < text.length() && !endsAttribute(text.charAt(at))) {
                at++;
            }
            if (at == start) {
                throw malformed();
            }
            return text.substring(start, at);
        }

        private static boolean endsAttribute(char next) {
            return Character.isWhitespace(next) || "^=\"".indexOf(next) >= 0;
        }

        private String value() {
            expect('"');
            StringBuilder value = new StringBuilder();
            while (true) {
                char next = next();
                if (next == '"') {
                    return value.toString();
                }
                value.append(next == '\\' ? escaped() : next);
            }
        }

        private char escaped() {
            char next = next();
            if (next != '"' && next != '\\') {
                throw malformed();
            }
            return next;
        }

        private char next() {
            if (at == text.length()) {
                throw malformed();
            }
            return text.charAt(at++);
        }

        private boolean accept(char wanted) {
            boolean there = at < text.length() && text.charAt(at) == wanted;
            at += there ? 1 : 0;
            return there;
        }

        private void expect(char wanted) {
            if (!accept(wanted)) {
                throw malformed();
            }
        }

        private void blanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private static InvalidParameterException malformed() {
            return new InvalidParameterException(Texts.BAD_FILTER);
        }
    }
}
