package dev.cognate.cli.demo;

import dev.cognate.cli.terminal.Environment;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints the story: what happens and why, each command as one would type it, and what it gives. */
final class Narrator {
    private static final int MOST_LINES = 12;
    private static final int LINES_OF_LONG_OUTPUT = 7;

    private final PrintStream out;
    private final boolean coloured;
    private final boolean utf8;

    /** @param terminal whether a person is looking, who may like colours */
    Narrator(PrintStream out, Environment environment, boolean terminal) {
        this.out = out;
        this.coloured = terminal && environment.first("NO_COLOR") == null && !"dumb".equals(environment.first("TERM"));
        String locale = environment.first("LC_ALL", "LC_CTYPE", "LANG");
        this.utf8 = locale != null
                && locale.toLowerCase(Locale.ROOT).replace("-", "").endsWith("utf8");
    }

    /** A sentence of the story. */
    void tell(String sentence) {
        out.println();
        out.println(painted("1", sentence));
        out.flush();
    }

    /** A remark that belongs to nothing. */
    void remark(String sentence) {
        out.println(painted("2", sentence));
        out.flush();
    }

    /** A command, as one would type it. */
    void command(List<String> words) {
        StringBuilder text = new StringBuilder();
        words.forEach(word -> text.append(text.isEmpty() ? "" : " ").append(quoted(word)));
        out.println(painted("32", "$ ") + painted("36", text.toString()));
        out.flush();
    }

    /** What the command printed; of a long output only the beginning. */
    void output(String text) {
        List<String> lines = text.strip().lines().toList();
        boolean cut = lines.size() > MOST_LINES;
        lines.stream().limit(cut ? LINES_OF_LONG_OUTPUT : MOST_LINES).forEach(out::println);
        if (cut) {
            out.println(painted("2", "    ... " + (lines.size() - LINES_OF_LONG_OUTPUT) + " more lines"));
        }
        out.flush();
    }

    /** What was expected, and came. */
    void good(String sentence) {
        out.println(painted("32", utf8 ? "\u2714 " : "ok: ") + sentence);
        out.flush();
    }

    /** What was expected, and did not come. */
    void bad(String sentence) {
        out.println(painted("31", utf8 ? "\u2718 " : "FAILED: ") + sentence);
        out.flush();
    }

    private String painted(String colour, String text) {
        return coloured ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
    }

    /** The word as a shell wants it. */
    static String quoted(String word) {
        boolean plain = !word.isEmpty();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            plain &= Character.isLetterOrDigit(c) || "-_./:=,@+%".indexOf(c) >= 0;
        }
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
