package dev.cognate.triggers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a worker process is started as: a language's program with our own script, which loads the function. */
sealed interface WorkerProgram {

    /** The function's ARN. */
    String arn();

    /** The function's file, absolute. */
    Path file();

    /** The name of the handler in it. */
    String handler();

    /** The program with its arguments; answers begin with the token. */
    List<String> command(String token);

    /** A function for Node.js. */
    record Node(String arn, Path file, String handler) implements WorkerProgram {
        /** The program, which is looked for on the path. */
        static final String PROGRAM = "node";

        @Override
        public List<String> command(String token) {
            return List.of(PROGRAM, "-e", script("worker.cjs"), file.toString(), handler, token, arn);
        }
    }

    /** A function for Python; unbuffered, so that its log is not behind. */
    record Python(String arn, Path file, String handler) implements WorkerProgram {
        /** The program, which is looked for on the path. */
        static final String PROGRAM = "python3";

        @Override
        public List<String> command(String token) {
            return List.of(PROGRAM, "-u", "-c", script("worker.py"), file.toString(), handler, token, arn);
        }
    }

    /** What tells one version of the file from another; empty while there is no file. */
    default String version() {
        try {
            return Files.getLastModifiedTime(file()) + " " + Files.size(file());
        } catch (IOException absent) {
            return "";
        }
    }

    private static String script(String name) {
        try (InputStream in = WorkerProgram.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its part " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
