package dev.cognate.cli.login;

import dev.cognate.cli.terminal.CliError;
import java.io.Console;

/** Asks at the terminal of this process. */
public final class ConsolePrompt implements Login.Prompt {

    // The rule holds that there is always a console; without a terminal there is none.
    @SuppressWarnings("SystemConsoleNull")
    @Override
    public String ask(String question, boolean hidden) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw CliError.Invalid.parameter("There is no terminal to ask at for: " + question
                    + ". A password may be in the variable COGNATE_PASSWORD");
        }
        if (hidden) {
            char[] typed = console.readPassword("%s: ", question);
            return typed == null ? "" : new String(typed);
        }
        String typed = console.readLine("%s: ", question);
        return typed == null ? "" : typed;
    }
}
