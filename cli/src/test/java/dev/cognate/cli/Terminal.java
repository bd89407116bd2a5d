package dev.cognate.cli;

import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Environment;
import dev.cognate.cli.terminal.Program;
import dev.cognate.cli.terminal.Prompt;
import dev.cognate.cli.terminal.Screen;
import dev.cognate.cli.terminal.Streams;
import dev.cognate.cli.terminal.Surroundings;
import dev.cognate.cli.terminal.Timing;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A terminal for tests: variables, a home folder, a fixed clock, waits that take no time, and what was printed. */
public final class Terminal {
    /** What the clock shows. */
    public static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<Duration> waits = new ArrayList<>();
    private @Nullable Screen screen;
    private Prompt prompt = (question, _) -> {
        throw CliError.Invalid.parameter("nobody is there to say: " + question);
    };
    private Path home = Path.of("/nonexistent");

    /** What a command left behind. */
    public record Result(int status, String out, String err) {}

    /** Sets a variable. */
    public Terminal with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** Sets the home folder. */
    public Terminal withHome(Path folder) {
        home = folder;
        return this;
    }

    /** Puts a screen before the user, so wide, on which this pager shows things. */
    public Terminal withScreen(int columns, Screen.Pager pager) {
        screen = new Screen(columns, pager);
        return this;
    }

    /** Puts a person before the terminal who answers so. */
    public Terminal withPrompt(Prompt person) {
        prompt = person;
        return this;
    }

    /** The waits between attempts so far. */
    public List<Duration> waits() {
        return waits;
    }

    /** The environment of commands. */
    public Environment environment() {
        return new Environment(variables, home);
    }

    /** The surroundings of a command that prints to these streams. */
    public Surroundings surroundings(Streams streams) {
        Timing timing = new Timing(InstantSource.fixed(NOW), waits::add);
        return new Surroundings(streams, environment(), timing, screen, prompt, new SplittableRandom(1));
    }

    /** Runs a command of the program. */
    public Result run(String... words) {
        return run(new Commands(), words);
    }

    /** Runs a command. */
    public Result run(Program program, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8));
        int status = program.run(List.of(words), surroundings(streams));
        streams.flush();
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
