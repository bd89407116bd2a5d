package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonReader.Malformed;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.PythonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the help says in words: a sentence for each operation and for the members that are not plain from their names. */
final class HelpTexts {
    private final Map<String, String> operations = sentences("operations.txt");
    private final Map<String, String> members = sentences("members.txt");

    /** What an operation does; its name on the command line. */
    String operation(String option) {
        return operations.getOrDefault(option, "");
    }

    /** What a member of a request means; empty where the name says it. */
    String member(String name) {
        return members.getOrDefault(name, "");
    }

    /** What an option does. */
    String option(CommandOption option) {
        return switch (option) {
            case CommandOption.Global(GlobalOption global) -> global.meaning();
            case CommandOption.Value(Shape.Member member) -> member(member.name());
            case CommandOption.Toggle(Shape.Member member, boolean _) -> member(member.name());
            case CommandOption.CliInput _ ->
                "The request as a document, or file:// and its name. Options go before what it says.";
            case CommandOption.Paging(PagingOption paging) -> paging.meaning();
            case CommandOption.GenerateCliSkeleton _ ->
                "Sends nothing and prints a sample: of the request as JSON (input) or YAML (yaml-input), or of the"
                        + " answer (output).";
            case CommandOption.ClientSecret _ ->
                "The secret of the app client, or file:// and the name of a file that holds it. It is not sent: where"
                        + " the request says auto for the secret hash, the hash is made with it. The variable"
                        + " COGNATE_CLIENT_SECRET does the same.";
        };
    }

    /** The names of the members that there is a sentence about. */
    Set<String> members() {
        return members.keySet();
    }

    /** What the help tells of an operation besides its table: errors and limits. */
    static Facts facts(String option) {
        Entries table = table(option);
        List<String> errors = table.get("errors") instanceof Items(List<JsonValue> values)
                ? values.stream().map(value -> ((JsonValue.Text) value).value()).toList()
                : List.of();
        return new Facts(errors, table.get("limits") instanceof Entries limits ? limits : new Entries(Map.of()));
    }

    /** The errors of an operation, and what the service checks of each member. */
    record Facts(List<String> errors, Entries limits) {

        /** One line for each limit of a member. */
        List<String> limitsOf(String member) {
            return limits.get(member) instanceof Entries found
                    ? found.members().entrySet().stream()
                            .map(limit -> limit.getKey() + ": " + PythonText.of(limit.getValue()))
                            .toList()
                    : List.of();
        }
    }

    private static Entries table(String option) {
        String text = resource("/dev/cognate/wire/cli/help/" + option + ".json");
        try {
            return text != null && JsonReader.read(text) instanceof Entries entries ? entries : new Entries(Map.of());
        } catch (Malformed damaged) {
            throw new IllegalStateException("the facts about " + option + " are damaged", damaged);
        }
    }

    private static Map<String, String> sentences(String file) {
        Map<String, String> sentences = new LinkedHashMap<>();
        String text = resource(file);
        if (text != null) {
            text.lines().forEach(line -> {
                int colon = line.indexOf(": ");
                sentences.put(line.substring(0, colon), line.substring(colon + 2));
            });
        }
        return sentences;
    }

    private static @Nullable String resource(String name) {
        try (InputStream in = HelpTexts.class.getResourceAsStream(name)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
