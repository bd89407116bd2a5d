package dev.cognate.cli.terminal;

import java.time.Duration;
import java.time.InstantSource;

/** The clock, and how to wait. */
public record Timing(InstantSource clock, Pause pause) {

    /** A wait. */
    @FunctionalInterface
    public interface Pause {

        /** Waits for this long. */
        void lasting(Duration duration) throws InterruptedException;
    }
}
