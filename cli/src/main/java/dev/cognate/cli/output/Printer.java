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

    /** Whether pages are printed one by one, so that those before an error are there. */
    public boolean isPagewise() {
        return format == OutputFormat.TEXT || format == OutputFormat.YAML_STREAM;
    }

    /** What is printed of a list that was read page by page. */
    public String pages(String operation, Pages pages) {
        return switch (format) {
            case TEXT -> textPages(pages);
            case YAML_STREAM ->
                String.join("", pages.answers().stream().map(this::stream).toList());
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

    private String textPages(Pages pages) {
        StringBuilder text = new StringBuilder();
        pages.listed().forEach(page -> text.append(text(page)));
        if (pages.resume() != null) {
            Entries token = new Entries(Map.of(Pages.TOKEN, new JsonValue.Text(pages.resume())));
            text.append(text(new Entries(Map.of(Pages.TOKEN, token))));
        }
        return text.toString();
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
