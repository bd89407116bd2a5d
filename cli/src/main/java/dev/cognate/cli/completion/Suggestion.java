package dev.cognate.cli.completion;

import java.util.regex.Pattern;

/**
 * One way in which a half-written command may go on.
 *
 * @param word the word that may stand next
 * @param meaning what it is, in a short sentence; empty where there is nothing to say
 */
public record Suggestion(String word, String meaning) {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    /** Takes control characters out of the meaning: it may be what a stranger wrote, and stands on one line of a terminal. */
    public Suggestion {
        meaning = CONTROL.matcher(meaning).replaceAll(" ");
    }

    /** A word that says all. */
    public static Suggestion plain(String word) {
        return new Suggestion(word, "");
    }
}
