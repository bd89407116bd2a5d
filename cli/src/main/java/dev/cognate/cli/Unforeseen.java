package dev.cognate.cli;

import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Debug;
import dev.cognate.cli.terminal.Surroundings;
import java.util.List;

/**
 * What no part of the program expected. Only its kind is told, never its message, which may quote a header with a
 * signature or a token.
 */
final class Unforeseen {

    private Unforeseen() {}

    /** The error to report; with {@code --debug} among the words the places of the code are told at once. */
    static CliError error(Throwable unforeseen, List<String> words, Surroundings surroundings) {
        if (words.contains("--debug")) {
            Debug.on(surroundings).tell("unforeseen", places(unforeseen));
        }
        return new CliError.General("Something that cognate did not foresee stopped it: "
                + unforeseen.getClass().getSimpleName() + ". With --debug it tells where.");
    }

    private static String places(Throwable unforeseen) {
        StringBuilder lines = new StringBuilder();
        for (Throwable one = unforeseen; one != null; one = one.getCause()) {
            lines.append(lines.isEmpty() ? "" : "\ncaused by ")
                    .append(one.getClass().getName());
            for (StackTraceElement place : one.getStackTrace()) {
                lines.append("\n    at ").append(place);
            }
        }
        return lines.toString();
    }
}
