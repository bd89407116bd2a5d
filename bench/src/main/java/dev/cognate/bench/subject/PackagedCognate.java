package dev.cognate.bench.subject;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The program as it is handed out, laid out in {@code target/cognate}: `bin/cognate serve` in its own process, with its
 * default settings unless a benchmark says otherwise.
 */
public final class PackagedCognate {
    private static final Pattern READY = Pattern.compile("Cognate is ready at (http://127\\.0\\.0\\.1:\\d+)");

    private final Path command;

    /** The program of a checkout. */
    public PackagedCognate(Path root) {
        this.command = root.resolve("target/cognate/bin/cognate");
    }

    /** The launcher, for command lines of one's own. */
    public Path command() {
        return command;
    }

    /** Starts it on a seeded folder, and returns when it is ready. */
    public Server serve(Path data, String... settings) throws IOException, InterruptedException {
        return serve(data, Map.of(), settings);
    }

    /** The same with an environment of its own. */
    public Server serve(Path data, Map<String, String> environment, String... settings)
            throws IOException, InterruptedException {
        Program program = launch(data, 0, environment, settings);
        try {
            URI address = URI.create(program.await(READY));
            return new Server("cognate", program, address, SeededFolder.POOL.value(), SeededFolder.CLIENT.value());
        } catch (IOException | InterruptedException failure) {
            program.close();
            throw failure;
        }
    }

    /** Starts it on a port and returns at once. */
    public Program launch(Path data, int port, Map<String, String> environment, String... settings) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                command.toString(),
                "serve",
                "--port",
                Integer.toString(port),
                "--management-port",
                "0",
                "--data",
                data.toString()));
        line.addAll(List.of(settings));
        return Program.start(line, environment, data.resolveSibling(data.getFileName() + "-output"));
    }
}
