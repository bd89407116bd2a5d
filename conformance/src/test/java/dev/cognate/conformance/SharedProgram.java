package dev.cognate.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One demo server for all tests that ask for a {@link Program}: starting it costs more than most of them. Each test makes
 * pools of its own in it, so that none sees the users of another. It ends with the last test.
 */
final class SharedProgram implements ParameterResolver {
    private static final Namespace HERE = Namespace.create(SharedProgram.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Program.class;
    }

    @Override
    public Program resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(HERE)
                .computeIfAbsent(Running.class, key -> Running.start(), Running.class)
                .program();
    }

    /** The server and its folder. JUnit closes what is left in its store. */
    private record Running(Program program, Path folder) implements AutoCloseable {
        static Running start() {
            try {
                Path folder = Files.createTempDirectory("cognate-conformance");
                return new Running(Program.start(folder, "--demo"), folder);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() throws IOException {
            program.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
