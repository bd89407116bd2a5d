package dev.cognate.cli.completion;

/**
 * One way in which a half-written command may go on.
 *
 * @param word the word that may stand next
 * @param meaning what it is, in a short sentence; empty where there is nothing to say
 */
public record Suggestion(String word, String meaning) {

    /** A word that says all. */
    public static Suggestion plain(String word) {
        return new Suggestion(word, "");
    }
}
