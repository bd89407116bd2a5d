package dev.cognate.cli.demo;

import java.util.concurrent.TimeUnit;

/**
 * A running server process, stopped when closed.
 *
 * @param process the process
 * @param address where it listens, such as {@code http://127.0.0.1:43211}
 */
record Server(Process process, String address) implements AutoCloseable {
    private static final int STOP_SECONDS = 5;

    @Override
    public void close() {
        stop();
    }

    /** Asks the server to stop, and makes it when it does not. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
