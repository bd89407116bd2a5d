package dev.cognate.cli.terminal;

import java.util.List;

/** Something that is run with words and ends with an exit status, as a process does. */
@FunctionalInterface
public interface Program {

    /** Runs to the end; errors are printed, not thrown. */
    int run(List<String> words, Surroundings surroundings);
}
