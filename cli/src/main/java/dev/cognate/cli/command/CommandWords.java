package dev.cognate.cli.command;

import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Screen;
import dev.cognate.cli.terminal.Surroundings;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The words behind the name of a command, read into an object whose annotations describe them. */
public final class CommandWords {

    private static final int USUAL_WIDTH = 80;
    /** picocli can do with no less. */
    private static final int LEAST_WIDTH = 55;
    /** Longer lines are hard to read. */
    private static final int MOST_WIDTH = 120;

    private CommandWords() {}

    /**
     * Reads words into the object.
     *
     * @return false when the words ask for help, which is printed then
     * @throws CliError.Invalid when they do not fit
     */
    public static boolean read(Object into, List<String> words, Surroundings surroundings) {
        CommandLine line = new CommandLine(into);
        addHelp(line);
        try {
            line.parseArgs(withHelpAsOption(words).toArray(String[]::new));
        } catch (ParameterException wrong) {
            throw refusal(wrong);
        }
        if (line.isUsageHelpRequested()) {
            printHelp(line, surroundings);
            return false;
        }
        return true;
    }

    /** The words, of which a last {@code help} behind none but names of commands asks for help as the option does. */
    public static List<String> withHelpAsOption(List<String> words) {
        boolean asked = !words.isEmpty()
                && words.size() <= 2
                && words.getLast().equals("help")
                && !words.getFirst().startsWith("-");
        return asked
                ? Stream.concat(words.subList(0, words.size() - 1).stream(), Stream.of("--help"))
                        .toList()
                : words;
    }

    /** Gives a command the option {@code --help}. */
    public static void addHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Prints this text.")
                        .build());
    }

    /** Prints the help of a command, as wide as the terminal. */
    public static void printHelp(CommandLine command, Surroundings surroundings) {
        Screen screen = surroundings.screen();
        int columns = screen == null ? USUAL_WIDTH : Math.clamp(screen.columns(), LEAST_WIDTH, MOST_WIDTH);
        command.setUsageHelpWidth(columns);
        command.usage(surroundings.streams().out(), Ansi.OFF);
    }

    /** The error about words that do not fit a command. */
    public static CliError refusal(ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        return CliError.Invalid.parameter(
                wrong.getMessage() + "\n\nTo see help text, you can run:\n\n  " + command + " --help");
    }
}
