package dev.cognate.cli.terminal;

import java.io.Console;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Asks at the terminal of this process, or at the one it was started from where its input and output are something else. */
public final class ConsolePrompt implements Prompt {

    @Override
    public String ask(String question, boolean hidden) {
        // A question may quote what a server said.
        String typed = typed(Visible.line(question), hidden);
        if (typed == null) {
            // Ctrl-D is no answer, not even an empty one.
            throw new CliError.Interrupted();
        }
        return typed;
    }

    // The rule holds that there is always a console; without a terminal there is none.
    @SuppressWarnings("SystemConsoleNull")
    private static @Nullable String typed(String question, boolean hidden) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return elsewhere(question, hidden);
        }
        if (!hidden) {
            return console.readLine("%s: ", question);
        }
        char[] typed = console.readPassword("%s: ", question);
        return typed == null ? null : new String(typed);
    }

    private static @Nullable String elsewhere(String question, boolean hidden) {
        try {
            return ControllingTerminal.ask(question, hidden);
        } catch (IOException none) {
            throw CliError.Invalid.parameter("There is no terminal to ask at for: " + question);
        }
    }
}
