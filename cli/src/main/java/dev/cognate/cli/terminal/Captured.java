package dev.cognate.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a program left behind that was run inside this process.
 *
 * @param status its exit status
 * @param out what it printed as its result
 * @param err its complaints
 */
public record Captured(int status, String out, String err) {

    /** Runs a program and keeps what it prints. */
    public static Captured of(Program program, List<String> words, Surroundings surroundings) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8));
        int status = program.run(words, surroundings.printingTo(streams));
        streams.flush();
        return new Captured(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Names no text: answers hold tokens. */
    @Override
    public String toString() {
        return "Captured[" + status + "]";
    }
}
