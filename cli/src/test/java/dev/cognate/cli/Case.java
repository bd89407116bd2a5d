package dev.cognate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One case of a text file: a command line, the request that it must send, and what it must print.
 *
 * <pre>
 * = name of the case
 * $ cognate cognito-idp ...       the command, quoted as for a shell; a line may continue the one before
 * &lt; 200 {...}                     what the server answers; several lines for several requests
 * &gt; ResendConfirmationCode {...}   the request that must be sent, the last one; without the line none may be sent
 * out: / err:                     each line that must be printed
 * exit: 0
 * </pre>
 */
public record Case(
        String name, List<String> words, List<String> answers, String request, String out, String err, int exit) {

    /** The cases of a file. */
    public static List<Case> of(Path file) {
        List<Case> cases = new ArrayList<>();
        Map<String, StringBuilder> parts = new LinkedHashMap<>();
        for (String line : lines(file)) {
            if (line.startsWith("= ") && !parts.isEmpty()) {
                cases.add(built(parts));
                parts = new LinkedHashMap<>();
            }
            if (!line.isEmpty() && !line.startsWith("#")) {
                note(line, parts);
            }
        }
        cases.add(built(parts));
        return cases;
    }

    private static void note(String line, Map<String, StringBuilder> parts) {
        int space = line.indexOf(' ');
        String key = space < 0 ? line : line.substring(0, space);
        String value = space < 0 ? "" : line.substring(space + 1);
        if (!List.of("=", "$", "<", ">", "out:", "err:", "exit:").contains(key)) {
            throw new IllegalArgumentException("not a line of a case: " + line);
        }
        parts.computeIfAbsent(key, _ -> new StringBuilder()).append(value).append('\n');
    }

    private static Case built(Map<String, StringBuilder> parts) {
        return new Case(
                part(parts, "=").strip(),
                words(part(parts, "$").strip()),
                part(parts, "<").lines().toList(),
                part(parts, ">").strip(),
                part(parts, "out:"),
                part(parts, "err:"),
                Integer.parseInt(part(parts, "exit:").strip()));
    }

    private static String part(Map<String, StringBuilder> parts, String key) {
        StringBuilder part = parts.get(key);
        return part == null ? "" : part.toString();
    }

    /** The words that a shell makes of the line, without the program's name. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean within = false;
        char quote = 0;
        for (char c : (line + " ").toCharArray()) {
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote != 0) {
                word.append(c);
            } else if (c == '\'' || c == '"') {
                quote = c;
                within = true;
            } else if (c == ' ' || c == '\n') {
                if (within) {
                    words.add(word.toString());
                }
                word.setLength(0);
                within = false;
            } else {
                word.append(c);
                within = true;
            }
        }
        return words.subList(1, words.size());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
