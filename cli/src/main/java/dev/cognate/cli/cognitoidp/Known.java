package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.completion.Suggestion;
import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonReader.Malformed;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.terminal.Captured;
import dev.cognate.cli.terminal.Program;
import dev.cognate.cli.terminal.Surroundings;
import dev.cognate.cli.terminal.Visible;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ids and names that the server knows, asked for once and without patience: nobody waits for a suggestion. A server
 * that cannot be asked knows nothing, and {@link #trouble} says why.
 */
final class Known {
    private static final List<GlobalOption> WHERE = List.of(
            GlobalOption.ENDPOINT_URL,
            GlobalOption.PROFILE,
            GlobalOption.REGION,
            GlobalOption.CA_BUNDLE,
            GlobalOption.NO_VERIFY_SSL,
            GlobalOption.NO_SIGN_REQUEST);

    /** More would not help to choose. */
    private static final String MOST = "180";

    private final Program program;
    private final Surroundings surroundings;
    private final Map<List<String>, Answer> answers = new HashMap<>();
    private String trouble = "";

    /** @param program runs the calls that ask the server */
    Known(Program program, Surroundings surroundings) {
        this.program = program;
        this.surroundings = surroundings.with("AWS_MAX_ATTEMPTS", "1");
    }

    /** The values that a member may have, as far as the server knows them; the words say which server and which pool. */
    List<Suggestion> values(String member, List<String> words) {
        trouble = "";
        return switch (member) {
            case "UserPoolId" -> pools(words);
            case "ClientId" -> inPool("list-user-pool-clients", "UserPoolClients[].{w:ClientId,m:ClientName}", words);
            case "Username" ->
                inPool(
                        "list-users",
                        "Users[].{w:Username,m:Attributes[?Name=='email'||Name=='phone_number'].Value|[0]}",
                        words);
            case "GroupName" -> inPool("list-groups", "Groups[].{w:GroupName,m:Description}", words);
            default -> List.of();
        };
    }

    /** Why the server could not be asked the last time; empty when it could, or need not. */
    String trouble() {
        return trouble;
    }

    private List<Suggestion> pools(List<String> words) {
        return asked("list-user-pools --max-results 60", "UserPools[].{w:Id,m:Name}", words, null);
    }

    /** What the pool has that the words name, or the only one of the server. */
    private List<Suggestion> inPool(String command, String query, List<String> words) {
        int at = words.indexOf("--user-pool-id");
        if (at >= 0 && at + 1 < words.size()) {
            return asked(command, query, words, words.get(at + 1));
        }
        List<Suggestion> pools = pools(words);
        return pools.size() == 1 ? asked(command, query, words, pools.getFirst().word()) : List.of();
    }

    private List<Suggestion> asked(String command, String query, List<String> words, @Nullable String pool) {
        List<String> call = new ArrayList<>(List.of(command.split(" ", -1)));
        if (pool != null) {
            call.addAll(List.of("--user-pool-id", pool, "--page-size", "60", "--max-items", MOST));
        }
        call.addAll(List.of("--output", "json", "--query", query, "--cli-error-format", "legacy"));
        call.addAll(List.of("--cli-connect-timeout", "1", "--cli-read-timeout", "2"));
        call.addAll(where(words));
        Answer answer = answers.computeIfAbsent(call, this::answer);
        trouble = answer.trouble();
        return answer.listed();
    }

    /** What the server said, or why it said nothing. */
    private record Answer(List<Suggestion> listed, String trouble) {}

    private Answer answer(List<String> call) {
        Captured answer = Captured.of(program, call, surroundings);
        if (answer.status() != 0) {
            return new Answer(List.of(), answer.err().strip().replace("cognate: [ERROR]: ", ""));
        }
        List<Suggestion> listed = new ArrayList<>();
        try {
            if (JsonReader.read(answer.out()) instanceof Items(List<JsonValue> values)) {
                values.forEach(value -> listed.add(suggestion((Entries) value)));
                // A name that commands a terminal is not to be typed for anybody.
                listed.removeIf(suggestion -> !Visible.is(suggestion.word()));
            }
            return new Answer(listed, "");
        } catch (Malformed broken) {
            return new Answer(List.of(), "the server's answer cannot be read");
        }
    }

    private static Suggestion suggestion(Entries entries) {
        return new Suggestion(text(entries, "w"), text(entries, "m"));
    }

    /** The words that say which server is meant, and how to get there. */
    private static List<String> where(List<String> words) {
        List<String> where = new ArrayList<>();
        for (GlobalOption option : WHERE) {
            int at = words.indexOf(option.flag());
            if (at >= 0 && !option.takesValue()) {
                where.add(option.flag());
            } else if (at >= 0 && at + 1 < words.size()) {
                where.addAll(List.of(option.flag(), words.get(at + 1)));
            }
        }
        return where;
    }

    private static String text(Entries entries, String name) {
        String text = entries.text(name);
        return text == null ? "" : text;
    }
}
