package dev.cognate.cli.prompt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;

/** A terminal of JLine's own, with its line discipline, that a test types at and looks at. */
final class TypedTerminal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Shown shown = new Shown();
    private final LineDisciplineTerminal terminal;

    TypedTerminal(int columns) {
        try {
            terminal = new LineDisciplineTerminal("test", "xterm", shown, StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        terminal.setSize(Size.of(columns, 40));
    }

    LineDisciplineTerminal terminal() {
        return terminal;
    }

    /** Presses keys. */
    TypedTerminal type(String keys) {
        try {
            terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    /** Waits until the text has been shown, after what was waited for before. */
    TypedTerminal awaits(String text) {
        shown.await(text);
        return this;
    }

    /** All that was shown so far, without colours and the movements of the cursor. */
    String shown() {
        return shown.text();
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What the terminal got. */
    private static final class Shown extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int seen;

        @Override
        public synchronized void write(int one) {
            bytes.write(one);
            notifyAll();
        }

        @Override
        public synchronized void write(byte[] some, int from, int count) {
            bytes.write(some, from, count);
            notifyAll();
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8).replaceAll("\u001b\\[[0-9;?]*[a-zA-Z]|\u001b[=>(]B?", "");
        }

        synchronized void await(String text) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            int at;
            while ((at = text().indexOf(text, seen)) < 0) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("Nothing of \"" + text + "\" in:\n" + text().substring(seen));
                }
                try {
                    wait(left / 1_000_000 + 1);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError(stop);
                }
            }
            seen = at + text.length();
        }
    }
}
