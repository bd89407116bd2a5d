package dev.cognate.cli.demo;

import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonReader.Malformed;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.terminal.Captured;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Program;
import dev.cognate.cli.terminal.Surroundings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Runs commands of this program inside this process, and shows them. */
final class Shell {
    private static final int MOST_TRIES = 100;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final Program program;
    private final Surroundings surroundings;
    private final Narrator narrator;

    Shell(Program program, Surroundings surroundings, Narrator narrator) {
        this.program = program;
        this.surroundings = surroundings;
        this.narrator = narrator;
    }

    /** What a command gave. */
    record Result(int status, String out, String err) {

        /** The string at this path in the JSON that was printed; empty when there is none. */
        String at(String... path) {
            JsonValue value = json();
            for (String name : path) {
                value = value instanceof Entries entries ? entries.get(name) : null;
            }
            return value instanceof JsonValue.Text(String text) ? text : "";
        }

        /** A string of the first object in the array that was printed; empty when there is none. */
        String atFirst(String name) {
            if (!(json() instanceof Items(List<JsonValue> values)) || values.isEmpty()) {
                return "";
            }
            String text = values.getFirst() instanceof Entries entries ? entries.text(name) : null;
            return text == null ? "" : text;
        }

        private @Nullable JsonValue json() {
            try {
                return JsonReader.read(out);
            } catch (Malformed noJson) {
                return null;
            }
        }
    }

    /** Shows a command, runs it, and shows what it gave. */
    Result show(String... words) {
        List<String> typed = new ArrayList<>(List.of(words));
        typed.addFirst("cognate");
        narrator.command(typed);
        Result result = run(words);
        narrator.output(result.out().isEmpty() ? result.err() : result.out());
        return result;
    }

    /**
     * Runs a command without showing it, again and again for a few seconds until its result is the awaited one: messages
     * arrive a moment after the call that sends them. Returns the last result.
     */
    Result await(Predicate<Result> awaited, String... words) {
        Result result = run(words);
        for (int i = 0; i < MOST_TRIES && !awaited.test(result); i++) {
            try {
                surroundings.timing().pause().lasting(BETWEEN_TRIES);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new CliError.Interrupted();
            }
            result = run(words);
        }
        return result;
    }

    /** Runs a command without showing it. */
    Result run(String... words) {
        Captured captured = Captured.of(program, List.of(words), surroundings);
        return new Result(captured.status(), captured.out(), captured.err());
    }
}
