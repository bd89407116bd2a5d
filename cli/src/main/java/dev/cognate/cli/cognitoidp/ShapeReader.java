package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.Shape.Member;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Flag;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonValue.Whole;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an operation from its table. */
final class ShapeReader {

    private ShapeReader() {}

    static ApiOperation operation(String option, Entries table) {
        return new ApiOperation(
                text(table, "name"),
                option,
                flag(table, "signed"),
                structure(table, "input"),
                structure(table, "output"));
    }

    private static Shape.Structure structure(Entries table, String name) {
        return new Shape.Structure(members(part(table, name)));
    }

    private static Shape shape(Entries table) {
        String type = text(table, "type");
        return switch (type) {
            case "string" -> new Shape.Text(least(table), values(table));
            case "integer", "long" -> new Shape.Whole(table.get("min") == null ? null : least(table));
            case "boolean" -> new Shape.Flag();
            case "timestamp" -> new Shape.Time();
            case "blob" -> new Shape.Bytes();
            case "document" -> new Shape.Free();
            case "list" -> new Shape.Sequence(shape(part(table, "element")), least(table), elementName(table));
            case "map" -> new Shape.Mapping(shape(part(table, "key")), shape(part(table, "value")));
            case "structure" -> new Shape.Structure(members(table));
            default -> throw new IllegalStateException("no such type: " + type);
        };
    }

    private static String elementName(Entries table) {
        String name = part(table, "element").text("shape");
        return name == null ? "" : name;
    }

    private static List<Member> members(Entries table) {
        List<Member> members = new ArrayList<>();
        for (JsonValue value : items(table, "members")) {
            Entries member = (Entries) value;
            members.add(
                    new Member(text(member, "name"), text(member, "option"), flag(member, "required"), shape(member)));
        }
        return members;
    }

    private static List<String> values(Entries table) {
        List<String> values = new ArrayList<>();
        for (JsonValue value : items(table, "enum")) {
            values.add(((Text) value).value());
        }
        return values;
    }

    private static List<JsonValue> items(Entries table, String name) {
        return table.get(name) instanceof Items(List<JsonValue> values) ? values : List.of();
    }

    private static long least(Entries table) {
        return table.get("min") instanceof Whole(String digits) ? Long.parseLong(digits) : 0;
    }

    private static boolean flag(Entries table, String name) {
        return table.get(name) instanceof Flag(boolean value) && value;
    }

    private static String text(Entries table, String name) {
        return required(table.text(name), name);
    }

    private static Entries part(Entries table, String name) {
        return (Entries) required(table.get(name), name);
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalStateException("a table lacks " + name);
        }
        return value;
    }
}
