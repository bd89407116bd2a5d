package dev.cognate.cli.demo;

import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Environment;
import dev.cognate.cli.terminal.Program;
import dev.cognate.cli.terminal.Surroundings;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command {@code cognate demo}. Exit status 0 means that every step of the story gave what it must. */
public final class Demo implements Program {
    private static final String HELP = """
            usage: cognate demo

            Starts a server with an empty store in a temporary folder, on a free port, and tells a story with it: a user
            signs up, loses the code, asks for it again and confirms. Leaves nothing behind. The exit status is 0 if
            every step gave what it must.

            Example:
              cognate demo
            """;

    private final Program program;

    /** @param program runs the commands of the story: the program that this command belongs to */
    public Demo(Program program) {
        this.program = program;
    }

    @Override
    public int run(List<String> words, Surroundings surroundings) {
        if (words.equals(List.of("--help")) || words.equals(List.of("help")) || words.equals(List.of("-h"))) {
            surroundings.streams().out().print(HELP);
            return 0;
        }
        if (!words.isEmpty()) {
            throw new CliError.Usage("the demo takes no arguments: " + String.join(" ", words));
        }
        try {
            Path folder = Files.createTempDirectory("cognate-demo-");
            try {
                return tell(folder, surroundings);
            } finally {
                remove(folder);
            }
        } catch (IOException noFolder) {
            throw new CliError.General("No temporary folder: " + noFolder.getMessage());
        }
    }

    private int tell(Path folder, Surroundings surroundings) {
        Narrator narrator = new Narrator(surroundings.streams().out(), surroundings.environment(), isTerminal());
        narrator.tell("A server with an empty store, in a folder that will be gone afterwards.");
        Instant begin = surroundings.timing().clock().instant();
        try (Server server = new Launcher(surroundings.environment()).start(folder.resolve("data"))) {
            Thread stop = new Thread(() -> {
                server.stop();
                remove(folder);
            });
            Runtime.getRuntime().addShutdownHook(stop);
            Duration took =
                    Duration.between(begin, surroundings.timing().clock().instant());
            narrator.good("it listens at " + server.address() + ", after " + took.toMillis() + " ms");
            narrator.remark("The commands below find it by AWS_ENDPOINT_URL=" + server.address());
            Surroundings inside = inside(server, folder, surroundings);
            boolean well = new Story(new Shell(program, inside, narrator), narrator).tell();
            Runtime.getRuntime().removeShutdownHook(stop);
            narrator.tell(well ? "That was all. Next: cognate serve --demo" : "The story did not go as it must.");
            return well ? 0 : 1;
        }
    }

    /** The surroundings of the commands of the story: the demonstration's server, and nothing of the user's own AWS. */
    private static Surroundings inside(Server server, Path folder, Surroundings surroundings) {
        Map<String, String> variables = new HashMap<>(surroundings.environment().variables());
        variables.keySet().removeIf(name -> name.startsWith("AWS_"));
        variables.put("AWS_ENDPOINT_URL", server.address());
        return new Surroundings(
                surroundings.streams(),
                new Environment(variables, folder),
                surroundings.timing(),
                null,
                surroundings.prompt(),
                surroundings.random());
    }

    // The rule holds that there is always a console; without a terminal there is none.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new CliError.General("Could not remove " + folder + ": " + left.getMessage());
        }
    }
}
