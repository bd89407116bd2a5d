package dev.cognate.cli.terminal;

import java.io.Console;

/** Asks at the terminal of this process. */
public final class ConsolePrompt implements Prompt {

    // The rule holds that there is always a console; without a terminal there is none.
    @SuppressWarnings("SystemConsoleNull")
    @Override
    public String ask(String question, boolean hidden) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw CliError.Invalid.parameter("There is no terminal to ask at for: " + question);
        }
        // A question may quote what a server said.
        String shown = Visible.line(question);
        if (hidden) {
            char[] typed = console.readPassword("%s: ", shown);
            return typed == null ? leave() : new String(typed);
        }
        String typed = console.readLine("%s: ", shown);
        return typed == null ? leave() : typed;
    }

    /** Ctrl-D is no answer, not even an empty one. */
    private static String leave() {
        throw new CliError.Interrupted();
    }
}
