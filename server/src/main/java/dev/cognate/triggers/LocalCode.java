package dev.cognate.triggers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The code of a function on this machine. */
public sealed interface LocalCode {

    /**
     * A file for Node.js.
     *
     * @param file an absolute path that ends with {@code .js}, {@code .mjs} or {@code .cjs}
     * @param handler the name of the exported function
     */
    record Node(Path file, String handler) implements LocalCode {}

    /**
     * A file for Python.
     *
     * @param file an absolute path that ends with {@code .py}
     * @param handler the name of the function
     */
    record Python(Path file, String handler) implements LocalCode {}

    /**
     * A command that reads one event from its standard input and writes one answer to its standard output.
     *
     * @param words the program and its arguments; at least one
     */
    record Command(List<String> words) implements LocalCode {

        /** Copies the words. */
        public Command {
            words = List.copyOf(words);
        }
    }

    /**
     * The code that a text names: {@code node:./pre.js#handler}, {@code python:./pre.py#lambda_handler} (the handlers are
     * these where none is named) or {@code exec:./pre --flag}. Paths are relative to the current folder.
     *
     * @return null when the text names something else, such as a URL
     * @throws IllegalArgumentException the text names code of an unknown form; the message says which would do
     */
    static @Nullable LocalCode of(String text) {
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1);
        return switch (colon < 0 ? "" : text.substring(0, colon)) {
            case "node" -> new Node(file(rest, ".js", ".mjs", ".cjs"), handler(rest, "handler"));
            case "python" -> new Python(file(rest, ".py"), handler(rest, "lambda_handler"));
            case "exec" -> new Command(words(rest));
            default -> null;
        };
    }

    /**
     * Why this code cannot be run here, null when it looks as if it could.
     *
     * @param searchPath the folders of programs, separated as in the variable {@code PATH}
     */
    default @Nullable String problem(String searchPath) {
        return switch (this) {
            case Node(Path file, String _) -> problem(file, WorkerProgram.Node.PROGRAM, searchPath);
            case Python(Path file, String _) -> problem(file, WorkerProgram.Python.PROGRAM, searchPath);
            case Command(List<String> words) -> missing(words.getFirst(), searchPath);
        };
    }

    private static @Nullable String problem(Path file, String program, String searchPath) {
        return Files.isReadable(file) ? missing(program, searchPath) : "the file " + file + " cannot be read";
    }

    private static @Nullable String missing(String program, String searchPath) {
        if (program.contains("/")) {
            return Files.isExecutable(Path.of(program)) ? null : "the file " + program + " cannot be executed";
        }
        for (String folder : searchPath.split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, program)) && !Files.isDirectory(Path.of(folder, program))) {
                return null;
            }
        }
        return "there is no program " + program + " on the PATH; install it, or give the function a URL";
    }

    private static Path file(String text, String... endings) {
        int hash = text.lastIndexOf('#');
        String file = hash < 0 ? text : text.substring(0, hash);
        for (String ending : endings) {
            if (file.toLowerCase(Locale.ROOT).endsWith(ending)) {
                return Path.of(file).toAbsolutePath().normalize();
            }
        }
        throw new IllegalArgumentException("a file that ends with " + String.join(" or ", endings));
    }

    private static String handler(String text, String usual) {
        int hash = text.lastIndexOf('#');
        return hash < 0 || hash == text.length() - 1 ? usual : text.substring(hash + 1);
    }

    private static List<String> words(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a command");
        }
        return List.of(text.strip().split("\\s+", -1));
    }
}
