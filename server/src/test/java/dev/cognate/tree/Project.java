package dev.cognate.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project. */
final class Project {
    static final Path ROOT = Path.of(System.getProperty("cognate.root", ".."));

    private Project() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The Java sources of a module, main or test, without what is generated. */
    static List<Path> sources(String module, String part) {
        Path folder = ROOT.resolve(module).resolve("src").resolve(part).resolve("java");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
