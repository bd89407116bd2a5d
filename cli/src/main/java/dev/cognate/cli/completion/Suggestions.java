package dev.cognate.cli.completion;

import java.util.List;
import java.util.function.Function;

/** The ways in which the words of a line may go on: those behind the program's name, the command first. */
public final class Suggestions {
    private static final List<Suggestion> SHELLS = List.of(
            new Suggestion("bash", "Prints the script for bash."),
            new Suggestion("zsh", "Prints the script for zsh."),
            new Suggestion("fish", "Prints the script for fish."));
    private static final List<Suggestion> INBOX = List.of(
            new Suggestion("list", "Lists the messages, the newest first."),
            new Suggestion("show", "Shows a message."),
            new Suggestion("code", "Prints the newest code."),
            new Suggestion("wait", "Waits for a message with a code and prints the code."),
            new Suggestion("delete", "Deletes messages by their ids."),
            new Suggestion("clear", "Deletes all messages, or those of a user."));
    private static final List<Suggestion> TOKEN =
            List.of(new Suggestion("decode", "Prints what a token says; its signature is not checked."));

    private final List<Suggestion> commands;
    private final Function<List<String>, List<Suggestion>> operations;

    /**
     * @param commands the commands of the program
     * @param operations knows how the words behind {@code cognito-idp} may go on
     */
    public Suggestions(List<Suggestion> commands, Function<List<String>, List<Suggestion>> operations) {
        this.commands = commands;
        this.operations = operations;
    }

    /** All that may stand where the last of the words is begun, whether or not it begins like it; it may be empty. */
    public List<Suggestion> of(List<String> words) {
        if (words.size() <= 1) {
            return commands;
        }
        List<String> rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "cognito-idp" -> operations.apply(rest);
            case "inbox" -> first(INBOX, rest);
            case "token" -> first(TOKEN, rest);
            case "completion" -> first(SHELLS, rest);
            default -> List.of();
        };
    }

    private static List<Suggestion> first(List<Suggestion> choices, List<String> rest) {
        return rest.size() > 1 ? List.of() : choices;
    }
}
