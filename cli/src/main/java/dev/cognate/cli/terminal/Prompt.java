package dev.cognate.cli.terminal;

/** Asks the person at the terminal. */
@FunctionalInterface
public interface Prompt {

    /**
     * The answer to a question.
     *
     * @param hidden whether the answer is not to be seen
     * @throws CliError when there is nobody to ask
     * @throws CliError.Interrupted when the person leaves instead of answering
     */
    String ask(String question, boolean hidden);
}
