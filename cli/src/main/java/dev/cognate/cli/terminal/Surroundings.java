package dev.cognate.cli.terminal;

import java.io.PrintStream;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * All that a command works with besides its words.
 *
 * @param streams where it prints
 * @param environment variables and the home folder
 * @param timing the clock and the waits
 * @param screen the terminal that standard output is; null when it is a file or another program
 * @param prompt asks the person at the terminal
 * @param random spreads retries and numbers requests; never used for a secret
 */
public record Surroundings(
        Streams streams,
        Environment environment,
        Timing timing,
        @Nullable Screen screen,
        Prompt prompt,
        RandomGenerator random) {

    /** The same surroundings with another value of a variable. */
    public Surroundings with(String variable, String value) {
        return new Surroundings(streams, environment.with(variable, value), timing, screen, prompt, random);
    }

    /** The same surroundings, complaining elsewhere. */
    public Surroundings complainingTo(PrintStream elsewhere) {
        return new Surroundings(new Streams(streams.out(), elsewhere), environment, timing, screen, prompt, random);
    }

    /** The same surroundings, asking by way of another prompt. */
    public Surroundings asking(Prompt another) {
        return new Surroundings(streams, environment, timing, screen, another, random);
    }

    /** The same surroundings, printing elsewhere, where no terminal is. */
    public Surroundings printingTo(Streams elsewhere) {
        return new Surroundings(elsewhere, environment, timing, null, prompt, random);
    }
}
