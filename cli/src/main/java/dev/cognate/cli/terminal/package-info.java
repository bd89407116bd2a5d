/**
 * What every command stands on: where it prints, what it reads from its surroundings, and how it fails.
 *
 * <p>Nouns: {@link dev.cognate.cli.terminal.Streams} (where output and complaints go),
 * {@link dev.cognate.cli.terminal.Environment} (variables and the home folder),
 * {@link dev.cognate.cli.terminal.Timing} (the clock and the waits between attempts),
 * {@link dev.cognate.cli.terminal.Screen} (the terminal, where there is one), {@link dev.cognate.cli.terminal.Prompt}
 * (the person at it), all in {@link dev.cognate.cli.terminal.Surroundings}; a {@link dev.cognate.cli.terminal.Program} turns words into an exit
 * status, and {@link dev.cognate.cli.terminal.Captured} is what one left behind; a
 * {@link dev.cognate.cli.terminal.CliError} is a sentence for standard error and an exit status;
 * {@link dev.cognate.cli.terminal.Visible} is how text of strangers reaches a terminal.
 *
 * <p>Nothing here reads the process's own state: {@code Main} does that once and hands it in, so that a test or the
 * demonstration runs a command inside its own process. Reference: oauth-config D11, D13.
 */
@NullMarked
package dev.cognate.cli.terminal;

import org.jspecify.annotations.NullMarked;
