package dev.cognate.cli.terminal;

import java.util.random.RandomGenerator;

/**
 * All that a command works with besides its words.
 *
 * @param streams where it prints
 * @param environment variables and the home folder
 * @param timing the clock and the waits
 * @param random spreads retries and numbers requests; never used for a secret
 */
public record Surroundings(Streams streams, Environment environment, Timing timing, RandomGenerator random) {

    /** The same surroundings, printing elsewhere. */
    public Surroundings printingTo(Streams elsewhere) {
        return new Surroundings(elsewhere, environment, timing, random);
    }
}
