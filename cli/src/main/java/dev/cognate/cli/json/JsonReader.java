package dev.cognate.cli.json;

import dev.cognate.cli.json.JsonValue.Decimal;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Flag;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Nothing;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonValue.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON value from text. */
public final class JsonReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /** Text that is not JSON; the message says why and where, as Python's decoder does. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final String text;

        private Malformed(String text) {
            super(text, null, false, false);
            this.text = text;
        }

        @Override
        public String getMessage() {
            return text;
        }
    }

    /**
     * The value that the text holds.
     *
     * @throws Malformed when the text is not exactly one JSON value
     */
    public static JsonValue read(String text) throws Malformed {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new Malformed(JsonComplaint.about(text));
            }
            JsonValue value = new JsonReader(parser).value();
            if (parser.nextToken() != null) {
                throw new Malformed(JsonComplaint.about(text));
            }
            return value;
        } catch (JacksonException malformed) {
            throw new Malformed(JsonComplaint.about(text));
        }
    }

    private JsonValue value() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new Text(parser.getString());
            case VALUE_NUMBER_INT -> new Whole(parser.getString());
            case VALUE_NUMBER_FLOAT -> new Decimal(parser.getString());
            case VALUE_TRUE -> new Flag(true);
            case VALUE_FALSE -> new Flag(false);
            case VALUE_NULL -> new Nothing();
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("not the start of a value: " + parser.currentToken());
        };
    }

    private Entries object() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            members.put(name, value());
        }
        return new Entries(members);
    }

    private Items array() {
        List<JsonValue> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value());
        }
        return new Items(values);
    }
}
