package dev.cognate.cli.output;

import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Decimal;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Flag;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Nothing;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonValue.Whole;
import dev.cognate.cli.json.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Boxes in boxes, for people: finds which sections a value has. Reference: oauth-config D9. */
public final class TableOutput {
    private final WideCharacters characters = new WideCharacters();
    private final List<TableSection> sections = new ArrayList<>();

    private TableOutput() {}

    /**
     * The table of a value; nothing for a value that is empty.
     *
     * @param title the name of the operation
     */
    static String of(JsonValue value, String title, Look look) {
        TableOutput output = new TableOutput();
        output.build(title, value, 0);
        return output.sections.isEmpty() ? "" : new TableDrawing(output.characters, look).of(output.sections);
    }

    /**
     * How a table is drawn.
     *
     * @param columns how wide the terminal is: a wider table is turned upright where it can be
     * @param coloured whether cells and borders have colours
     */
    public record Look(int columns, boolean coloured) {}

    private void build(@Nullable String title, JsonValue value, int indent) {
        if (isEmpty(value)) {
            return;
        }
        if (title != null) {
            sections.add(new TableSection(characters, title, indent));
        }
        switch (value) {
            case Items(List<JsonValue> values)
            when values.getFirst() instanceof Entries -> structures(title, values, indent);
            case Items(List<JsonValue> values) -> values.forEach(this::row);
            case Entries entries -> structure(entries, indent);
            case Text _, Whole _, Decimal _, Flag _, Nothing _ -> {}
        }
    }

    /** Python's idea of nothing. */
    private static boolean isEmpty(JsonValue value) {
        return switch (value) {
            case Text(String text) -> text.isEmpty();
            case Whole(String digits) -> digits.equals("0");
            case Decimal _ -> false;
            case Flag(boolean flag) -> !flag;
            case Nothing _ -> true;
            case Items(List<JsonValue> values) -> values.isEmpty();
            case Entries(Map<String, JsonValue> members) -> members.isEmpty();
        };
    }

    private void row(JsonValue value) {
        switch (value) {
            case Items(List<JsonValue> cells)
            when cells.stream().allMatch(TableOutput::isScalar) ->
                sections.getLast().addRow(cells.stream().map(PythonText::of).toList());
            case Entries(Map<String, JsonValue> members) -> sections.getLast().addRow(List.copyOf(members.keySet()));
            case Items _ -> build(null, value, 0);
            case Text _, Whole _, Decimal _, Flag _, Nothing _ ->
                sections.getLast().addRow(List.of(PythonText.of(value)));
        }
    }

    private void structure(Entries entries, int indent) {
        List<String> headers = List.copyOf(names(List.of(entries), true));
        List<String> cells = headers.stream().map(name -> cell(entries, name)).toList();
        if (headers.size() == 1) {
            sections.getLast().addRow(List.of(headers.getFirst(), cells.getFirst()));
        } else if (!headers.isEmpty()) {
            sections.getLast().setHeaders(headers);
            sections.getLast().addRow(cells);
        }
        nested(entries, names(List.of(entries), false), indent);
    }

    private void structures(@Nullable String title, List<JsonValue> values, int indent) {
        List<String> headers = List.copyOf(names(values, true));
        SortedSet<String> nested = names(values, false);
        sections.getLast().setHeaders(headers);
        boolean first = true;
        for (JsonValue value : values) {
            Entries entries = value instanceof Entries structure ? structure : new Entries(Map.of());
            if (!first && !nested.isEmpty()) {
                sections.add(new TableSection(characters, title == null ? "" : title, indent));
                sections.getLast().setHeaders(headers);
            }
            first = false;
            sections.getLast()
                    .addRow(headers.stream().map(name -> cell(entries, name)).toList());
            nested(entries, nested, indent);
        }
    }

    private void nested(Entries entries, SortedSet<String> names, int indent) {
        for (String name : names) {
            JsonValue value = entries.get(name);
            if (value != null) {
                build(name, value, indent + 1);
            }
        }
    }

    /** The names of the members of all structures: of those with scalar values, or of the others. */
    private static SortedSet<String> names(List<JsonValue> structures, boolean scalar) {
        SortedSet<String> names = new TreeSet<>();
        for (JsonValue structure : structures) {
            if (structure instanceof Entries(Map<String, JsonValue> members)) {
                members.forEach((name, value) -> {
                    if (isScalar(value) == scalar) {
                        names.add(name);
                    }
                });
            }
        }
        return names;
    }

    private static String cell(Entries entries, String name) {
        JsonValue value = entries.get(name);
        return value == null ? "" : PythonText.of(value);
    }

    private static boolean isScalar(JsonValue value) {
        return !(value instanceof Items) && !(value instanceof Entries);
    }
}
