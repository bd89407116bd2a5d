package dev.cognate.cli.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which messages are meant. */
final class Filter {
    @Option(names = "--username", paramLabel = "<name>", description = "Only messages to this user.")
    private @Nullable String username;

    @Option(names = "--user-pool-id", paramLabel = "<id>", description = "Only messages of this pool.")
    private @Nullable String userPoolId;

    @Option(names = "--destination", paramLabel = "<address>", description = "Only messages to this address or number.")
    private @Nullable String destination;

    /** The filter as the server names it. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "userPoolId", userPoolId);
        put(values, "username", username);
        put(values, "destination", destination);
        return values;
    }

    /** The filter in words, such as {@code for username jane}; empty without a filter. */
    String inWords() {
        StringBuilder text = new StringBuilder();
        values().forEach((name, value) -> text.append(text.isEmpty() ? " for " : ", ")
                .append(name)
                .append(' ')
                .append(value));
        return text.toString();
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
