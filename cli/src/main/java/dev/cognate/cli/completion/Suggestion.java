package dev.cognate.cli.completion;

import dev.cognate.cli.terminal.Visible;

/**
 * One way in which a half-written command may go on.
 *
 * @param word the word that may stand next
 * @param meaning what it is, in a short sentence; empty where there is nothing to say
 */
public record Suggestion(String word, String meaning) {

    /** Makes the meaning one visible line: it may be what a stranger wrote. */
    public Suggestion {
        meaning = Visible.line(meaning);
    }

    /** A word that says all. */
    public static Suggestion plain(String word) {
        return new Suggestion(word, "");
    }
}
