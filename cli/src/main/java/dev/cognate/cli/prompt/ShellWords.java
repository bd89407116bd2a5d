package dev.cognate.cli.prompt;

import java.util.ArrayList;
import java.util.List;

/**
 * A line as a shell splits it into words: at spaces, but not within quotes; a backslash takes the meaning from the
 * character behind it, except within single quotes. Nothing else has a meaning: no variables, no patterns.
 *
 * @param words the words, without quotes; where the cursor stands between words, an empty one is there
 * @param index which of them the cursor is in
 * @param cursor where in the word it stands, quotes not counted
 * @param rawCursor where in the word it stands, as the line is written
 * @param rawLength how long the word is, as the line is written
 * @param isOpen whether a quote or a backslash waits for more
 */
record ShellWords(List<String> words, int index, int cursor, int rawCursor, int rawLength, boolean isOpen) {
    private static final String HARMLESS = "@%+=:,./_-";

    ShellWords {
        words = List.copyOf(words);
    }

    /** The words alone. */
    static List<String> split(String line) {
        return of(line, -1).words();
    }

    /** Splits a line; without a cursor where that is -1. */
    static ShellWords of(String line, int cursor) {
        return new Reading(line, cursor).toEnd();
    }

    /** The word as it must be written in a line. */
    static String quoted(String word) {
        return !word.isEmpty() && word.chars().allMatch(ShellWords::isHarmless)
                ? word
                : "'" + word.replace("'", "'\"'\"'") + "'";
    }

    private static boolean isHarmless(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || HARMLESS.indexOf(c) >= 0;
    }

    /** The line while it is read. */
    private static final class Reading {
        private static final char NONE = 0;

        private final String line;
        private final int mark;
        private final List<String> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private int start = -1;
        private char quote = NONE;
        private boolean escaped;
        private int index = -1;
        private int cursor;
        private int rawCursor;
        private int rawLength;

        Reading(String line, int mark) {
            this.line = line;
            this.mark = mark;
        }

        ShellWords toEnd() {
            for (int i = 0; i < line.length(); i++) {
                noteCursor(i);
                read(line.charAt(i), i);
            }
            noteCursor(line.length());
            boolean open = quote != NONE || escaped;
            if (start >= 0) {
                finish(line.length());
            }
            return new ShellWords(words, index, cursor, rawCursor, rawLength, open);
        }

        private void noteCursor(int at) {
            if (at == mark) {
                index = words.size();
                if (start < 0) {
                    words.add("");
                } else {
                    cursor = word.length();
                    rawCursor = at - start;
                }
            }
        }

        private void read(char c, int at) {
            if (escaped) {
                // Within double quotes a backslash before anything else is just a backslash.
                if (quote == '"' && c != '"' && c != '\\') {
                    word.append('\\');
                }
                word.append(c);
                escaped = false;
            } else if (quote == NONE && Character.isWhitespace(c)) {
                if (start >= 0) {
                    finish(at);
                }
            } else {
                start = start < 0 ? at : start;
                readWithin(c);
            }
        }

        private void readWithin(char c) {
            if (c == '\\' && quote != '\'') {
                escaped = true;
            } else if (quote == NONE && (c == '\'' || c == '"')) {
                quote = c;
            } else if (quote != NONE && c == quote) {
                quote = NONE;
            } else {
                word.append(c);
            }
        }

        private void finish(int at) {
            if (index == words.size() && rawLength == 0) {
                rawLength = at - start;
            }
            words.add(word.toString());
            word.setLength(0);
            start = -1;
        }
    }
}
