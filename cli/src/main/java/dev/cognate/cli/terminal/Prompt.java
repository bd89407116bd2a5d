package dev.cognate.cli.terminal;

/** Asks the person at the terminal. */
@FunctionalInterface
public interface Prompt {

    /**
     * The answer to a question.
     *
     * @param hidden whether the answer is not to be seen
     * @throws CliError when there is nobody to ask
     */
    String ask(String question, boolean hidden);
}
