package dev.cognate.cli.terminal;

import java.io.PrintStream;

/** Where a command prints: results to {@code out}, complaints to {@code err}. Both write UTF-8. */
public record Streams(PrintStream out, PrintStream err) {

    /** Sends what is still buffered on its way. */
    public void flush() {
        out.flush();
        err.flush();
    }
}
