package dev.cognate.cli.output;

import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonWriter;
import dev.cognate.cli.terminal.CliError;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The formats of {@code --cli-error-format}: how an error is told on standard error. Reference: oauth-config D11. */
public enum ErrorFormat {
    /** A sentence, and what else the service tells on further lines. */
    ENHANCED,
    /** The sentence alone. */
    LEGACY,
    JSON,
    YAML,
    TEXT,
    TABLE;

    /** The format of this name, null when there is none. */
    public static @Nullable ErrorFormat of(@Nullable String word) {
        for (ErrorFormat format : values()) {
            if (format.word().equals(word)) {
                return format;
            }
        }
        return null;
    }

    /** The names of all formats. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ErrorFormat::word).toList();
    }

    private String word() {
        return switch (this) {
            case ENHANCED -> "enhanced";
            case LEGACY -> "legacy";
            case JSON -> "json";
            case YAML -> "yaml";
            case TEXT -> "text";
            case TABLE -> "table";
        };
    }

    /**
     * What standard error says of an error, ending in a newline.
     *
     * @param look how a table is drawn
     */
    public String report(CliError error, TableOutput.Look look) {
        if (!error.isStructured()) {
            return error.report();
        }
        return switch (this) {
            case ENHANCED -> error.report();
            case LEGACY -> error instanceof CliError.Service ? error.plainReport() : error.report();
            case JSON -> JsonWriter.indented(structure(error)) + "\n";
            case YAML -> YamlOutput.of(structure(error));
            case TEXT -> TextOutput.of(structure(error));
            case TABLE -> TableOutput.of(structure(error), "error", look);
        };
    }

    private static Entries structure(CliError error) {
        CliError.Details details = error.details();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("Message", new Text(details.message()));
        members.put("Code", new Text(details.code()));
        details.members().forEach((name, value) -> members.put(name, new Text(value)));
        return new Entries(members);
    }
}
