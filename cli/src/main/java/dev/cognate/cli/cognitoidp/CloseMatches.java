package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.terminal.CliError;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what somebody meant who misspelt a word: at most three words that resemble it by 0.8 or more, the closest first.
 * The measure is Python's ({@code difflib}): twice the letters of the matching blocks, by the letters of both words.
 */
final class CloseMatches {
    private static final double LEAST = 0.8;
    private static final int MOST = 3;

    private CloseMatches() {}

    /** A word with its resemblance to the misspelt one. */
    private record Candidate(String word, double resemblance) {}

    /** The words that somebody may have meant. */
    static List<String> of(String misspelt, List<String> words) {
        return words.stream()
                .map(word -> new Candidate(word, resemblance(word, misspelt)))
                .filter(candidate -> candidate.resemblance() >= LEAST)
                .sorted(Comparator.comparingDouble(Candidate::resemblance)
                        .thenComparing(Candidate::word)
                        .reversed())
                .limit(MOST)
                .map(Candidate::word)
                .toList();
    }

    /** The lines that suggest the close matches; empty when there are none. */
    static String suggestion(String misspelt, List<String> words) {
        List<String> matches = of(misspelt, words);
        StringBuilder text = new StringBuilder();
        if (!matches.isEmpty()) {
            text.append("\n\nMaybe you meant:\n");
            matches.forEach(match -> text.append("\n  * ").append(match));
        }
        return text.toString();
    }

    /** The error about a value that is none of the choices. */
    static CliError invalidChoice(String argument, String value, List<String> choices) {
        return new CliError.Usage(
                "argument " + argument + ": Found invalid choice '" + value + "'" + suggestion(value, choices));
    }

    static double resemblance(String one, String other) {
        int letters = one.length() + other.length();
        return letters == 0 ? 1 : 2.0 * matching(one, other) / letters;
    }

    private static int matching(String one, String other) {
        int longest = 0;
        int startInOne = 0;
        int startInOther = 0;
        for (int i = 0; i < one.length(); i++) {
            for (int j = 0; j < other.length(); j++) {
                int length = common(one, i, other, j);
                if (length > longest) {
                    longest = length;
                    startInOne = i;
                    startInOther = j;
                }
            }
        }
        if (longest == 0) {
            return 0;
        }
        return longest
                + matching(one.substring(0, startInOne), other.substring(0, startInOther))
                + matching(one.substring(startInOne + longest), other.substring(startInOther + longest));
    }

    private static int common(String one, int i, String other, int j) {
        int length = 0;
        while (i + length < one.length()
                && j + length < other.length()
                && one.charAt(i + length) == other.charAt(j + length)) {
            length++;
        }
        return length;
    }
}
