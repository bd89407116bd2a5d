package dev.cognate.conformance;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A command that runs at a terminal of its own, which the program {@code script} makes, and that somebody types at. */
final class Typed implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Writer keys;
    private final StringBuilder shown = new StringBuilder();
    private int seen;

    private Typed(Process process) {
        this.process = process;
        this.keys = process.outputWriter(StandardCharsets.UTF_8);
        Thread.startVirtualThread(this::read);
    }

    /** Whether the machine has what makes terminals. */
    static void require() {
        Installed.require(Shell.has("script"), "script is not installed: what asks at a terminal is not tried.");
    }

    static Typed begin(Map<String, String> environment, List<String> command) {
        String words = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        String line = "stty rows 40 cols 150; exec " + words;
        ProcessBuilder builder = Shell.command(environment, List.of("script", "-qfec", line, "/dev/null"))
                .redirectErrorStream(true);
        // What this process writes to may be no terminal, or one that can do nothing.
        builder.environment().put("TERM", "xterm");
        try {
            return new Typed(builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void read() {
        char[] some = new char[1024];
        try (Reader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (int count = reader.read(some); count >= 0; count = reader.read(some)) {
                synchronized (shown) {
                    shown.append(some, 0, count);
                    shown.notifyAll();
                }
            }
        } catch (IOException ended) {
            // The terminal is gone with the command.
            return;
        }
    }

    /** Waits until the text stands on the screen, behind what was waited for before. */
    Typed awaits(String text) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (shown) {
            while (shown.indexOf(text, seen) < 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("Nothing of \"" + text + "\" in:\n" + shown.substring(seen));
                }
                try {
                    shown.wait(left);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError(stop);
                }
            }
            seen = shown.indexOf(text, seen) + text.length();
        }
        return this;
    }

    /** Presses keys. */
    Typed type(String text) {
        try {
            keys.write(text);
            keys.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return this;
    }

    /** Waits for the end; returns the exit status. */
    int status() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Goes on and on:\n" + shown());
            }
            return process.exitValue();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    /** All that was shown. */
    String shown() {
        synchronized (shown) {
            return shown.toString();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
