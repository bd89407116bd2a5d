package dev.cognate.cli.prompt;

import dev.cognate.cli.completion.Suggestion;
import dev.cognate.cli.terminal.CliError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/** One line that is edited until Enter runs it. */
final class Editor {
    private static final String PROMPT = "> cognate ";
    /** What the list needs beside a line; one that fills the width would be followed by an empty one. */
    private static final int MARGIN = 4;
    /** The blanks between the longest word and its meaning. */
    private static final int BETWEEN = 2;

    /** That of a terminal that does not know its own. */
    private static final Size USUAL_SIZE = Size.of(80, 24);

    private final Terminal terminal;
    private final Draft draft;

    Editor(Terminal terminal, Draft draft) {
        this.terminal = terminal;
        this.draft = draft;
    }

    /**
     * The words of the line when Enter was pressed.
     *
     * @throws CliError.Interrupted when Ctrl-C was, or Ctrl-D
     */
    List<String> edit(List<String> begun) throws IOException {
        String line = begun.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
        try {
            String ready = line.isEmpty() ? line : line + " ";
            return ShellWords.split(reader().readLine(PROMPT, null, (Character) null, ready));
        } catch (UserInterruptException | EndOfFileException left) {
            throw new CliError.Interrupted();
        }
    }

    private LineReader reader() throws IOException {
        if (terminal.getColumns() <= 0 || terminal.getRows() <= 0) {
            terminal.setSize(USUAL_SIZE);
        }
        PreviewingReader reader = new PreviewingReader(terminal, new Foot(draft, terminal));
        reader.setParser(new ShellParser());
        reader.setCompleter((_, line, candidates) -> candidates.addAll(candidates(line)));
        // A line may hold an exclamation mark, and a password: nothing is expanded, nothing kept.
        reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
        reader.setVariable(LineReader.DISABLE_HISTORY, true);
        // Choices come as a list, each with its meaning beside it, in our order.
        reader.setOpt(LineReader.Option.AUTO_MENU_LIST);
        reader.unsetOpt(LineReader.Option.GROUP);
        reader.unsetOpt(LineReader.Option.AUTO_GROUP);
        reader.unsetOpt(LineReader.Option.INSERT_TAB);
        // Of more than fit, as many as fit: the next characters narrow them.
        reader.setVariable(LineReader.LIST_MAX, Integer.MAX_VALUE);
        reader.setVariable(LineReader.TOO_MANY_CANDIDATES, "partial");
        reader.setVariable(LineReader.BELL_STYLE, "none");
        return reader;
    }

    private List<Candidate> candidates(ParsedLine line) {
        List<String> words = new ArrayList<>(line.words().subList(0, line.wordIndex()));
        words.add(line.word().substring(0, line.wordCursor()));
        List<Suggestion> suggestions = draft.suggestions(words);
        int longest = suggestions.stream()
                .mapToInt(suggestion -> suggestion.word().length())
                .max()
                .orElse(0);
        List<Candidate> candidates = new ArrayList<>();
        for (Suggestion suggestion : suggestions) {
            String shown = shown(suggestion, longest, terminal.getColumns() - MARGIN);
            candidates.add(new Candidate(suggestion.word(), shown, null, null, null, null, true, candidates.size()));
        }
        return candidates;
    }

    /**
     * A word and its meaning as a line of the list; meanings stand below each other, and none goes on in a next line. Where
     * there is no room for meanings the word stands alone.
     *
     * @param longest how long the longest word of the list is
     * @param width how long a line may be
     */
    static String shown(Suggestion suggestion, int longest, int width) {
        String word = suggestion.word();
        int indent = longest + BETWEEN;
        if (suggestion.meaning().isEmpty() || width <= indent) {
            return word;
        }
        String line = word + " ".repeat(indent - word.length()) + suggestion.meaning();
        return line.length() <= width ? line : line.substring(0, width - 1) + "…";
    }
}
