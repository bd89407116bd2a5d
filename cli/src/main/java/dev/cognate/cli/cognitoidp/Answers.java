package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.Shape.Member;
import dev.cognate.cli.cognitoidp.Shape.Structure;
import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonReader.Malformed;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Decimal;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Nothing;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonValue.Whole;
import dev.cognate.cli.terminal.CliError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads an answer as it is shown: members in the order of the model, none that the model does not have, none that is null,
 * and times in words. Reference: oauth-config D9.
 */
final class Answers {

    private final boolean wireTimes;

    private Answers(boolean wireTimes) {
        this.wireTimes = wireTimes;
    }

    /**
     * The answer that a body holds.
     *
     * @param wireTimes whether times stay numbers
     * @throws CliError.General when the body is not JSON
     */
    static Entries of(String body, Structure shape, boolean wireTimes) {
        return new Answers(wireTimes).structure(parsed(body), shape);
    }

    private static Entries parsed(String body) {
        try {
            if (body.isEmpty()) {
                return new Entries(Map.of());
            }
            if (JsonReader.read(body) instanceof Entries entries) {
                return entries;
            }
            throw new CliError.General("Unable to parse response, invalid JSON received: no object");
        } catch (Malformed malformed) {
            // What the text was stays out of the complaint: an answer may hold tokens.
            throw new CliError.General("Unable to parse response, invalid JSON received: " + malformed.getMessage());
        }
    }

    private JsonValue value(JsonValue value, Shape shape) {
        return switch (shape) {
            case Structure structure -> value instanceof Entries entries ? structure(entries, structure) : value;
            case Shape.Sequence(Shape element, long _, String _) ->
                value instanceof Items(List<JsonValue> values) ? list(values, element) : value;
            case Shape.Mapping(Shape _, Shape entry) -> value instanceof Entries entries ? map(entries, entry) : value;
            case Shape.Time _ -> wireTimes ? value : time(value);
            case Shape.Text _, Shape.Whole _, Shape.Flag _, Shape.Bytes _, Shape.Free _ -> value;
        };
    }

    private Entries structure(Entries entries, Structure shape) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (Member member : shape.members()) {
            JsonValue value = entries.get(member.name());
            if (value != null && !(value instanceof Nothing)) {
                members.put(member.name(), value(value, member.shape()));
            }
        }
        return new Entries(members);
    }

    private Items list(List<JsonValue> values, Shape element) {
        List<JsonValue> printed = new ArrayList<>();
        values.forEach(value -> printed.add(value(value, element)));
        return new Items(printed);
    }

    private Entries map(Entries entries, Shape shape) {
        Map<String, JsonValue> printed = new LinkedHashMap<>();
        entries.members().forEach((key, value) -> printed.put(key, value(value, shape)));
        return new Entries(printed);
    }

    private static JsonValue time(JsonValue value) {
        return switch (value) {
            case Whole(String digits) -> new Text(isoTime(new BigDecimal(digits)));
            case Decimal(String digits) -> new Text(isoTime(new BigDecimal(digits)));
            case Text _, JsonValue.Flag _, Nothing _, Items _, Entries _ -> value;
        };
    }

    /** Epoch seconds as {@code 2024-05-27T04:40:14.598000+00:00}: six decimals, or none when they are zero. */
    private static String isoTime(BigDecimal seconds) {
        long micros =
                seconds.setScale(6, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L));
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        long fraction = Math.floorMod(micros, 1_000_000L);
        String date = time.toLocalDate() + "T" + twoDigits(time.getHour()) + ":" + twoDigits(time.getMinute()) + ":"
                + twoDigits(time.getSecond());
        return date
                + (fraction == 0
                        ? ""
                        : "." + Long.toString(1_000_000 + fraction).substring(1)) + "+00:00";
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
