package dev.cognate.cli.output;

import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Values between tabs, for tools like {@code cut} and {@code awk}: the scalars of a structure on one line in the order of
 * their names, then what is nested, each line beginning with the name of its member. Reference: oauth-config D9.
 */
final class TextOutput {
    private final StringBuilder text = new StringBuilder();

    private TextOutput() {}

    /** The lines of a value. */
    static String of(JsonValue value) {
        TextOutput output = new TextOutput();
        output.write(value, null, null);
        return output.text.toString();
    }

    private void write(JsonValue value, @Nullable String name, @Nullable SortedSet<String> columns) {
        switch (value) {
            case Entries entries -> structure(entries, name, columns);
            case Items(List<JsonValue> values) -> list(values, name);
            case JsonValue.Text _, JsonValue.Whole _, JsonValue.Decimal _, JsonValue.Flag _, JsonValue.Nothing _ ->
                line(List.of(PythonText.of(value)));
        }
    }

    private void list(List<JsonValue> values, @Nullable String name) {
        if (values.stream().anyMatch(Entries.class::isInstance)) {
            SortedSet<String> columns = columns(values);
            values.forEach(value -> write(value, name, columns));
            return;
        }
        scalars(values.stream().filter(TextOutput::isScalar).toList(), name);
        values.stream().filter(value -> !isScalar(value)).forEach(value -> write(value, name, null));
    }

    private static SortedSet<String> columns(List<JsonValue> values) {
        SortedSet<String> columns = new TreeSet<>();
        for (JsonValue value : values) {
            if (value instanceof Entries(Map<String, JsonValue> members)) {
                members.forEach((name, member) -> {
                    if (isScalar(member)) {
                        columns.add(name);
                    }
                });
            }
        }
        return columns;
    }

    private void scalars(List<JsonValue> values, @Nullable String name) {
        if (name != null) {
            values.forEach(value -> line(List.of(label(name), PythonText.of(value))));
        } else if (!values.isEmpty()) {
            line(values.stream().map(PythonText::of).toList());
        }
    }

    /** @param columns the members to print on the line, also where this structure lacks them; null for its own scalars */
    private void structure(Entries entries, @Nullable String name, @Nullable SortedSet<String> columns) {
        Map<String, JsonValue> nested = new TreeMap<>(entries.members());
        List<String> cells = new ArrayList<>();
        for (String column : columns == null ? columns(List.of(entries)) : columns) {
            JsonValue value = nested.remove(column);
            cells.add(value == null ? "" : PythonText.of(value));
        }
        if (!cells.isEmpty()) {
            if (name != null) {
                cells.addFirst(label(name));
            }
            line(cells);
        }
        nested.forEach((member, value) -> write(value, member, null));
    }

    private void line(List<String> cells) {
        text.append(String.join("\t", cells)).append('\n');
    }

    private static String label(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static boolean isScalar(JsonValue value) {
        return !(value instanceof Items) && !(value instanceof Entries);
    }
}
