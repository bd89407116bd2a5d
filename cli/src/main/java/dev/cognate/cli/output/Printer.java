package dev.cognate.cli.output;

import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonWriter;
import java.util.List;
import java.util.Map;

/**
 * Turns an answer into what standard output gets.
 *
 * @param format how to print it
 * @param query what to print of it
 * @param look how a table is drawn
 */
public record Printer(OutputFormat format, Query query, TableOutput.Look look) {

    /** What is printed of one answer; empty or ending in a newline. */
    public String answer(String operation, Entries answer) {
        return switch (format) {
            case TEXT -> text(answer);
            case YAML_STREAM -> stream(answer);
            case JSON, TABLE, YAML, OFF -> whole(operation, answer);
        };
    }

    /**
     * What is printed of a page as soon as it is there; empty for forms that print a list as a whole.
     *
     * @param result the name of the member that holds the listed things
     */
    public String page(Entries answer, String result) {
        return switch (format) {
            case TEXT -> text(Pages.listed(answer, result));
            case YAML_STREAM -> stream(answer);
            case JSON, TABLE, YAML, OFF -> "";
        };
    }

    /** What is printed when the last page is there. */
    public String end(String operation, Pages pages) {
        return switch (format) {
            case TEXT -> resume(pages);
            case YAML_STREAM -> "";
            case JSON, TABLE, YAML, OFF -> whole(operation, pages.whole());
        };
    }

    private String whole(String operation, Entries answer) {
        JsonValue picked = query.of(answer);
        if (picked instanceof Entries(Map<String, JsonValue> members) && members.isEmpty()) {
            return "";
        }
        return switch (format) {
            case JSON -> JsonWriter.indented(picked) + "\n";
            case YAML -> yaml(picked);
            case TABLE -> TableOutput.of(picked, operation, look);
            case TEXT, YAML_STREAM, OFF -> "";
        };
    }

    private String resume(Pages pages) {
        if (pages.resume() == null) {
            return "";
        }
        Entries token = new Entries(Map.of(Pages.TOKEN, new JsonValue.Text(pages.resume())));
        return text(new Entries(Map.of(Pages.TOKEN, token)));
    }

    private String text(Entries answer) {
        return TextOutput.of(query.of(answer));
    }

    private String stream(Entries page) {
        JsonValue picked = query.of(page);
        boolean empty = picked instanceof Entries(Map<String, JsonValue> members) && members.isEmpty();
        return empty ? "" : YamlOutput.of(new Items(List.of(picked)));
    }

    /** A scalar is printed as JSON: a document of YAML that is a scalar would need marks around it. */
    private static String yaml(JsonValue value) {
        return value instanceof Items || value instanceof Entries
                ? YamlOutput.of(value)
                : JsonWriter.indented(value) + "\n";
    }
}
