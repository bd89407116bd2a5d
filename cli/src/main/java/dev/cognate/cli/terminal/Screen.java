package dev.cognate.cli.terminal;

import java.util.List;

/**
 * The terminal that somebody looks at.
 *
 * @param columns how many characters a line of it has
 * @param pager shows what is longer than the terminal
 */
public record Screen(int columns, Pager pager) {

    /** A program that shows a text page by page, such as {@code less}. */
    @FunctionalInterface
    public interface Pager {

        /**
         * Shows the text and waits until it has been read.
         *
         * @param words the program and its arguments
         * @return whether there is such a program
         */
        boolean show(String text, List<String> words);
    }
}
