package dev.cognate.cli.prompt;

import dev.cognate.cli.terminal.CliError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * Lets a command be completed in a line editor. Nothing of the editor's library is loaded before somebody asks for it.
 * Reference: oauth-config D14.
 */
public final class AutoPrompt {
    /** That of a terminal that does not know its own. */
    private static final Size USUAL_SIZE = Size.of(80, 24);

    private final Opening opening;

    /** Prompts at the terminal of this process. */
    public AutoPrompt() {
        this(new OfThisProcess());
    }

    /** @param opening opens the terminal to prompt at */
    public AutoPrompt(Opening opening) {
        this.opening = opening;
    }

    /** Opens a terminal. */
    @FunctionalInterface
    public interface Opening {

        /**
         * The terminal; whoever opened it closes it.
         *
         * @throws IOException when there is none
         */
        Terminal open() throws IOException;
    }

    /** Opens the terminal that standard input and output are. */
    private static final class OfThisProcess implements Opening {

        @Override
        public Terminal open() throws IOException {
            return TerminalBuilder.builder().system(true).dumb(false).build();
        }
    }

    /**
     * The words that somebody made of those that were begun.
     *
     * @throws CliError.Invalid when there is no terminal
     * @throws CliError.Interrupted when somebody gave up
     */
    public List<String> complete(List<String> begun, Draft draft) {
        List<String> words = new ArrayList<>(begun);
        words.removeIf(PromptMode.OPTION::equals);
        try (Terminal terminal = open()) {
            return new Editor(terminal, draft).edit(words);
        } catch (IOException gone) {
            throw new CliError.Interrupted();
        }
    }

    private Terminal open() {
        try {
            Terminal terminal = opening.open();
            if (terminal.getColumns() <= 0 || terminal.getRows() <= 0) {
                terminal.setSize(USUAL_SIZE);
            }
            return terminal;
        } catch (IOException | IllegalStateException none) {
            throw CliError.Invalid.option(
                    "There is no terminal to prompt at: standard input and output must be one for " + PromptMode.OPTION
                            + ".");
        }
    }
}
