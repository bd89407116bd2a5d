package dev.cognate.cli.json;

import dev.cognate.cli.json.JsonValue.Decimal;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Flag;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Nothing;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonValue.Whole;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads one document of YAML 1.2 as the JSON value that it stands for. */
public final class YamlReader {

    private YamlReader() {}

    /** Text that is not one document of YAML. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private Malformed() {
            super("not a document of YAML", null, false, false);
        }
    }

    /**
     * The value of the document; null for an empty one.
     *
     * @throws Malformed when the text is not exactly one document
     */
    public static JsonValue read(String text) throws Malformed {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        try {
            return value(new Load(settings).loadFromString(text));
            // A value that is within itself, or too deep to be read.
        } catch (YamlEngineException | StackOverflowError malformed) {
            throw new Malformed();
        }
    }

    private static JsonValue value(@Nullable Object value) throws Malformed {
        return switch (value) {
            case null -> new Nothing();
            case String text -> new Text(text);
            case Boolean flag -> new Flag(flag);
            case Integer _, Long _, BigInteger _ -> new Whole(value.toString());
            case Number number -> new Decimal(number.toString());
            // The form that bytes have in JSON.
            case byte[] bytes -> new Text(Base64.getEncoder().encodeToString(bytes));
            case List<?> values -> items(values);
            case Map<?, ?> members -> entries(members);
            default -> throw new Malformed();
        };
    }

    private static Items items(List<?> values) throws Malformed {
        List<JsonValue> items = new ArrayList<>();
        for (Object value : values) {
            items.add(value(value));
        }
        return new Items(items);
    }

    private static Entries entries(Map<?, ?> members) throws Malformed {
        Map<String, JsonValue> entries = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            entries.put(String.valueOf(member.getKey()), value(member.getValue()));
        }
        return new Entries(entries);
    }
}
