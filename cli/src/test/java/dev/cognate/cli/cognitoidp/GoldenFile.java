package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.Case;
import java.util.List;

/** Writes a case as {@link Case#of} reads it. */
final class GoldenFile {

    private GoldenFile() {}

    /** @param program the first word of the command */
    static String text(Case one, String program) {
        StringBuilder text = new StringBuilder("= ").append(one.name()).append('\n');
        lines(
                text,
                "$",
                program + " "
                        + String.join(
                                " ",
                                one.words().stream().map(GoldenFile::quoted).toList()));
        one.answers().forEach(answer -> lines(text, "<", answer));
        lines(text, ">", one.request());
        lines(text, "out:", one.out());
        lines(text, "err:", one.err());
        return text.append("exit: ").append(one.exit()).append('\n').toString();
    }

    private static void lines(StringBuilder text, String key, String value) {
        List<String> lines = value.isEmpty() ? List.of() : value.lines().toList();
        lines.forEach(line ->
                text.append(key).append(line.isEmpty() ? "" : " ").append(line).append('\n'));
    }

    private static String quoted(String word) {
        if (word.matches("[A-Za-z0-9_./:%@-]+")) {
            return word;
        }
        if (word.indexOf('\'') >= 0 && word.indexOf('"') >= 0) {
            throw new IllegalArgumentException("a case's words have one kind of quotes: " + word);
        }
        return word.indexOf('\'') < 0 ? "'" + word + "'" : "\"" + word + "\"";
    }
}
