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
    /** Only for what hangs: a command takes many times as long as usual where others keep the machine busy. */
    private static final int PATIENCE_SECONDS = 600;

    /** Variables, by how they begin, that lead a program elsewhere than a test means, or change what it writes. */
    private static final List<String> ASTRAY = List.of(
            "AWS_",
            "BASH_ENV",
            "BOTO_",
            "COGNATE_",
            "COLUMNS",
            "ENV",
            "FORCE_COLOR",
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "LINES",
            "NODE_OPTIONS",
            "NO_COLOR",
            "PAGER",
            "TF_",
            "_JAVA_OPTIONS");

    /** In place of the settings of whoever runs the tests. */
    private static final Map<String, String> NO_SETTINGS =
            Map.of("AWS_CONFIG_FILE", "/dev/null", "AWS_SHARED_CREDENTIALS_FILE", "/dev/null");

    /** What is reached without a proxy: the servers of the tests. */
    private static final String NEAR = "127.0.0.1,localhost";

    private Shell() {}

    /** What a command came to. */
    record Result(int status, String out, String err) {}

    static Result run(Map<String, String> environment, List<String> command) {
        try {
            Path out = written("out", ".txt");
            Path err = written("err", ".txt");
            Process process = command(environment, command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
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

    /** A command that finds these variables, and of those of this process the ones that do not lead it astray. */
    static ProcessBuilder command(Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> variables = builder.environment();
        variables.keySet().removeIf(name -> ASTRAY.stream().anyMatch(name::startsWith));
        variables.putAll(NO_SETTINGS);
        List.of("NO_PROXY", "no_proxy")
                .forEach(name -> variables.merge(name, NEAR, (others, near) -> others + "," + near));
        variables.putAll(environment);
        return builder;
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
