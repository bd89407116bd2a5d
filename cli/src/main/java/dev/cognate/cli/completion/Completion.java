package dev.cognate.cli.completion;

import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
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

    private final Function<List<String>, List<Suggestion>> suggestions;

    /** @param suggestions knows what may stand where the last of the words of a line is begun */
    public Completion(Function<List<String>, List<Suggestion>> suggestions) {
        this.suggestions = suggestions;
    }

    /** Prints a script or, for such a script, candidates; returns the exit status. */
    public int run(List<String> words, Surroundings surroundings) {
        PrintStream out = surroundings.streams().out();
        if (words.isEmpty() || words.equals(List.of("--help")) || words.equals(List.of("help"))) {
            out.print(HELP);
            return 0;
        }
        String kind = words.getFirst();
        List<String> rest = words.subList(1, words.size());
        switch (kind) {
            case "candidates" -> beginningLike(rest).forEach(suggestion -> out.println(suggestion.word()));
            // What a shell shows beside a candidate stands behind a tab.
            case "described" ->
                beginningLike(rest).forEach(suggestion -> out.println(suggestion.word() + "\t" + suggestion.meaning()));
            default -> out.print(script(kind, rest));
        }
        return 0;
    }

    private List<Suggestion> beginningLike(List<String> words) {
        String begun = words.isEmpty() ? "" : words.getLast();
        return suggestions.apply(words).stream()
                .filter(suggestion -> suggestion.word().startsWith(begun))
                .toList();
    }

    private static String script(String shell, List<String> rest) {
        if (!SHELLS.contains(shell) || !rest.isEmpty()) {
            throw CliError.Invalid.parameter("Name a shell: bash, zsh or fish");
        }
        try (InputStream in = Objects.requireNonNull(Completion.class.getResourceAsStream(shell + ".txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
