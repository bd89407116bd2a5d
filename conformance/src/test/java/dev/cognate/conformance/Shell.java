package dev.cognate.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command as a person would, without a terminal, and keeps what it wrote. */
final class Shell {
    private static final int PATIENCE_SECONDS = 120;

    private Shell() {}

    /** What a command came to. */
    record Result(int status, String out, String err) {}

    static Result run(Map<String, String> environment, List<String> command) {
        try {
            Path out = written("out", ".txt");
            Path err = written("err", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Takes too long: " + command);
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    /** A new file for what a program writes, where a build leaves its things: there to be read when a test fails. */
    static Path written(String name, String suffix) throws IOException {
        Path folder = Files.createDirectories(Program.ROOT.resolve("conformance/target/written"));
        return Files.createTempFile(folder, name, suffix);
    }

    /** Reads what nobody wants of a process that goes on, lest it fills the pipe. It ends with the process. */
    static void drain(BufferedReader output) {
        Thread.ofVirtual().start(() -> {
            try {
                output.lines().forEach(line -> {});
            } catch (UncheckedIOException ended) {
                // The process was killed: there is no more to read.
            }
        });
    }

    /** Whether a program is on the PATH. */
    static boolean has(String program) {
        String path = String.valueOf(System.getenv("PATH"));
        return Arrays.stream(path.split(":", -1)).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
