/**
 * The prompt of {@code --cli-auto-prompt}: a line editor that knows what may come next and shows what the line would do.
 *
 * <p>{@link dev.cognate.cli.prompt.PromptMode} says whether somebody wants it;
 * {@link dev.cognate.cli.prompt.AutoPrompt} opens the terminal; {@code Editor} reads the line with JLine, which asks
 * {@code ShellWords} what the words of a line are and a {@link dev.cognate.cli.prompt.Draft} how they may go on.
 *
 * <p>A plain call loads nothing of JLine. Reference: oauth-config D13, D14.
 */
@NullMarked
package dev.cognate.cli.prompt;

import org.jspecify.annotations.NullMarked;
