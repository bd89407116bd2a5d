package dev.cognate.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The terminal that a process was started from, whatever its input and output are: who runs {@code tokens=$(cognate login …)}
 * sits at one.
 */
final class ControllingTerminal {
    private static final File DEVICE = new File("/dev/tty");

    private ControllingTerminal() {}

    /**
     * The line that is typed; null when the person leaves instead.
     *
     * @throws IOException there is no such terminal, or none that can hide what is typed
     */
    static @Nullable String ask(String question, boolean hidden) throws IOException {
        try (OutputStream out = new FileOutputStream(DEVICE);
                InputStream in = new FileInputStream(DEVICE)) {
            byte[] asked = (question + ": ").getBytes(StandardCharsets.UTF_8);
            if (hidden) {
                return hidden(asked, in, out);
            }
            out.write(asked);
            return line(in);
        }
    }

    private static @Nullable String hidden(byte[] asked, InputStream in, OutputStream out) throws IOException {
        // Also after Ctrl-C the terminal shows again what is typed.
        Thread restoring = new Thread(() -> {
            try {
                echo("echo");
            } catch (IOException gone) {
                return;
            }
        });
        Runtime.getRuntime().addShutdownHook(restoring);
        // Before the question, to which somebody may answer at once.
        echo("-echo");
        try {
            out.write(asked);
            return line(in);
        } finally {
            echo("echo");
            Runtime.getRuntime().removeShutdownHook(restoring);
            out.write('\n');
        }
    }

    private static void echo(String mode) throws IOException {
        try {
            Process stty =
                    new ProcessBuilder("stty", mode).redirectInput(DEVICE).start();
            if (stty.waitFor() != 0) {
                throw new IOException("stty " + mode + " failed");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CliError.Interrupted();
        }
    }

    /** Byte by byte: what is typed ahead is for the next question. */
    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream typed = new ByteArrayOutputStream();
        int one = in.read();
        while (one >= 0 && one != '\n') {
            typed.write(one);
            one = in.read();
        }
        return one < 0 && typed.size() == 0 ? null : typed.toString(StandardCharsets.UTF_8);
    }
}
