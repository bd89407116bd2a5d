package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.configuration.Settings;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Program;
import dev.cognate.cli.terminal.Surroundings;
import java.util.ArrayList;
import java.util.List;

/**
 * The command {@code cognate cognito-idp <operation> [options]}: what {@code aws cognito-idp} does, for all operations of
 * the API. Reference: oauth-config D.
 */
public final class CognitoIdp implements Program {
    private final OperationTable table = new OperationTable();
    private final String userAgent;

    /** @param userAgent names this program and its version to the server */
    public CognitoIdp(String userAgent) {
        this.userAgent = userAgent;
    }

    /**
     * Runs one operation; the words are those behind {@code cognito-idp} and any global option before it.
     *
     * @return 0, or the status of an error, which standard error tells
     */
    @Override
    public int run(List<String> words, Surroundings surroundings) {
        try {
            return attempt(words, surroundings);
        } catch (CliError error) {
            surroundings.streams().out().flush();
            surroundings.streams().err().print(ErrorReport.of(error, words, surroundings));
            return error.exitStatus();
        }
    }

    private int attempt(List<String> words, Surroundings surroundings) {
        int position = firstPlainWord(words);
        if (position < 0 && words.contains("--help")) {
            show(OperationHelp.ofAll(table.options()), surroundings);
            return 0;
        }
        if (position < 0) {
            throw new CliError.Usage("the following arguments are required: operation");
        }
        String option = words.get(position);
        if (option.equals("help")) {
            show(OperationHelp.ofAll(table.options()), surroundings);
            return 0;
        }
        ApiOperation operation = table.find(option);
        if (operation == null) {
            throw CloseMatches.invalidChoice("operation", option, table.options());
        }
        List<String> others = new ArrayList<>(words);
        others.remove(position);
        if (others.equals(List.of("help")) || others.contains("--help")) {
            show(OperationHelp.of(operation), surroundings);
            return 0;
        }
        new Invocation(operation, ArgumentParser.of(operation, others), surroundings, userAgent).run();
        return 0;
    }

    private static void show(String help, Surroundings surroundings) {
        new Display(surroundings, new Settings(surroundings.environment(), null)).show(help, true);
    }

    /** Where the first word stands that is neither an option nor the value of a global one; -1 without such a word. */
    public static int firstPlainWord(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-")) {
                return i;
            }
            if (ArgumentParser.takesNextWord(word)) {
                i++;
            }
        }
        return -1;
    }

    /** Knows how half-written commands may go on, for as long as one is being written. */
    public Writing writing(Surroundings surroundings) {
        Known known = new Known(this, surroundings);
        return new Writing(new Candidates(table, known), new Preview(table, surroundings), known);
    }

    /** The error about a command that does not exist, with those that it resembles. */
    public static CliError unknownCommand(String command, List<String> commands) {
        return CloseMatches.invalidChoice("command", command, commands);
    }
}
