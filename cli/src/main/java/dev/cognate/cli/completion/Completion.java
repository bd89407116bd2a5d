package dev.cognate.cli.completion;

import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The command {@code cognate completion bash|zsh|fish}: the script that teaches a shell to complete commands. */
public final class Completion {
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");
    private static final String HELP = """
            usage: cognate completion (bash | zsh | fish)

            Prints the script that completes cognate's commands in a shell:

              source <(cognate completion bash)                  # in ~/.bashrc
              source <(cognate completion zsh)                   # in ~/.zshrc, after compinit
              cognate completion fish | source                   # in ~/.config/fish/config.fish
            """;

    private final List<String> commands;
    private final Function<List<String>, List<String>> operations;

    /**
     * @param commands the commands of the program
     * @param operations completes the words behind {@code cognito-idp}
     */
    public Completion(List<String> commands, Function<List<String>, List<String>> operations) {
        this.commands = commands;
        this.operations = operations;
    }

    /** Prints a script or candidates; returns the exit status. */
    public int run(List<String> words, Surroundings surroundings) {
        if (words.isEmpty() || words.contains("--help") || words.contains("help")) {
            surroundings.streams().out().print(HELP);
            return 0;
        }
        String kind = words.getFirst();
        if (kind.equals("candidates")) {
            candidates(words.subList(1, words.size()))
                    .forEach(candidate -> surroundings.streams().out().println(candidate));
            return 0;
        }
        if (!SHELLS.contains(kind) || words.size() > 1) {
            throw CliError.Invalid.parameter("Name a shell: bash, zsh or fish");
        }
        surroundings.streams().out().print(script(kind));
        return 0;
    }

    /** The ways in which the words of a line, without the program's name, may go on. */
    private List<String> candidates(List<String> words) {
        if (words.size() <= 1) {
            String begun = words.isEmpty() ? "" : words.getFirst();
            return commands.stream()
                    .filter(command -> command.startsWith(begun))
                    .toList();
        }
        List<String> rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "cognito-idp" -> operations.apply(rest);
            case "inbox" -> beginning(List.of("list", "show", "code", "wait", "delete", "clear"), rest);
            case "token" -> beginning(List.of("decode"), rest);
            case "completion" -> beginning(SHELLS, rest);
            default -> List.of();
        };
    }

    private static List<String> beginning(List<String> choices, List<String> rest) {
        return rest.size() > 1
                ? List.of()
                : choices.stream()
                        .filter(choice -> choice.startsWith(rest.getFirst()))
                        .toList();
    }

    private static String script(String shell) {
        try (InputStream in = Objects.requireNonNull(Completion.class.getResourceAsStream(shell + ".txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
