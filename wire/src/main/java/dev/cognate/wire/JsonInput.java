package dev.cognate.wire;

import dev.cognate.wire.fault.InvalidParameterException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads structures from JSON. Unknown members are skipped and {@code null} equals absent; a value of another JSON type
 * than the model's is a {@code SerializationException} with the service's own text. Reference: oauth-config A4.
 */
public final class JsonInput {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;

    private JsonInput(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads one structure of the model. */
    @FunctionalInterface
    public interface Reader<T> {

        /** Reads the structure that starts at the current token, noting broken constraints. */
        T read(JsonInput in, Path at, Violations violations);
    }

    /**
     * Decodes a request and checks the constraints of the model.
     *
     * @throws Fault {@code SerializationException} for what is no JSON object of the right types, then
     *     {@code InvalidParameterException} with every broken constraint
     */
    public static <T> T decode(byte[] body, Reader<T> reader) {
        Violations violations = new Violations();
        T decoded = parse(body, reader, violations);
        if (!violations.isEmpty()) {
            throw new InvalidParameterException(violations.message());
        }
        return decoded;
    }

    /** Reads a structure that this program wrote itself, such as a stored document; constraints are not checked. */
    public static <T> T decodeStored(String json, Reader<T> reader) {
        return parse(json.getBytes(StandardCharsets.UTF_8), reader, new Violations());
    }

    private static <T> T parse(byte[] body, Reader<T> reader, Violations violations) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            JsonInput in = new JsonInput(parser);
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                throw ProtocolFault.serialization("Start of list found where not expected");
            }
            if (first != JsonToken.START_OBJECT) {
                throw ProtocolFault.serialization(null);
            }
            T decoded = reader.read(in, Path.ROOT, violations);
            if (parser.nextToken() != null) {
                throw ProtocolFault.serialization(null);
            }
            return decoded;
        } catch (JacksonException malformed) {
            throw ProtocolFault.serialization(null);
        }
    }

    /** The name of the next member of the object, with the parser at its value; null at the end. */
    public @Nullable String nextMember() {
        String name = parser.nextName();
        if (name != null) {
            parser.nextToken();
        }
        return name;
    }

    /** Passes over the value of a member that the model does not have. */
    public void skip() {
        parser.skipChildren();
    }

    /** A string. */
    public @Nullable String string() {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NULL -> null;
            default -> throw notA("a String");
        };
    }

    /** A whole number; decimals are cut off, and what is beyond a long counts as the nearest long. */
    public @Nullable Long integer() {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> clamp(parser.getDecimalValue());
            case VALUE_NULL -> null;
            default -> throw notA("an Integer");
        };
    }

    /** A boolean. */
    public @Nullable Boolean bool() {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw notA("a Boolean");
        };
    }

    /** A point in time as epoch seconds. */
    public @Nullable Instant timestamp() {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                Instant.ofEpochMilli(clamp(parser.getDecimalValue().movePointRight(3)));
            case VALUE_NULL -> null;
            default -> throw notA("a Timestamp");
        };
    }

    /** Bytes as Base64. */
    public @Nullable Blob blob() {
        String text = string();
        if (text == null) {
            return null;
        }
        try {
            return Blob.fromBase64(text);
        } catch (IllegalArgumentException notBase64) {
            throw ProtocolFault.serialization(null);
        }
    }

    /** Any JSON value. */
    public @Nullable Document document() {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.copyCurrentStructure(parser);
        }
        return new Document(text.toString());
    }

    /** A structure. */
    public <T> @Nullable T structure(Path at, Violations violations, Reader<T> reader) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> reader.read(this, at, violations);
            case VALUE_NULL -> null;
            case START_ARRAY -> throw ProtocolFault.serialization("Start of list found where not expected");
            default -> throw ProtocolFault.serialization("Expected null");
        };
    }

    /** A list of structures. */
    public <T> @Nullable List<T> list(Path at, Violations violations, Reader<T> reader) {
        if (!beginList()) {
            return null;
        }
        List<T> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Path element = at.element(elements.size() + 1);
            T value = structure(element, violations, reader);
            if (value != null) {
                elements.add(value);
            }
        }
        return Collections.unmodifiableList(elements);
    }

    /** A list of strings; JSON null stays null. */
    public @Nullable List<@Nullable String> strings() {
        if (!beginList()) {
            return null;
        }
        List<@Nullable String> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(string());
        }
        return elements;
    }

    /** A map to strings; entries that are JSON null are left out. */
    public @Nullable Map<String, String> stringMap() {
        return map((in, key) -> in.string());
    }

    /** A map to structures; entries that are JSON null are left out. */
    public <T> @Nullable Map<String, T> structureMap(Path at, Violations violations, Reader<T> reader) {
        return map((in, key) -> in.structure(at.value(key), violations, reader));
    }

    /** Reads one value of a map; null for JSON null. */
    private interface ValueReader<T> {
        @Nullable T read(JsonInput in, String key);
    }

    private <T> @Nullable Map<String, T> map(ValueReader<T> values) {
        switch (parser.currentToken()) {
            case VALUE_NULL -> {
                return null;
            }
            case START_OBJECT -> {}
            case START_ARRAY -> throw ProtocolFault.serialization("Start of list found where not expected");
            default -> throw ProtocolFault.serialization("Expected null");
        }
        Map<String, T> entries = new LinkedHashMap<>();
        for (String key = nextMember(); key != null; key = nextMember()) {
            T value = values.read(this, key);
            if (value != null) {
                entries.put(key, value);
            }
        }
        return Collections.unmodifiableMap(entries);
    }

    private boolean beginList() {
        return switch (parser.currentToken()) {
            case START_ARRAY -> true;
            case VALUE_NULL -> false;
            case START_OBJECT ->
                throw ProtocolFault.serialization("Start of structure or map found where not expected.");
            default -> throw ProtocolFault.serialization("Expected list or null");
        };
    }

    private ProtocolFault notA(String type) {
        return switch (parser.currentToken()) {
            case START_ARRAY -> ProtocolFault.serialization("Start of list found where not expected");
            case START_OBJECT -> ProtocolFault.serialization("Start of structure or map found where not expected.");
            case VALUE_STRING -> ProtocolFault.serialization("STRING_VALUE can not be converted to " + type);
            case VALUE_TRUE -> ProtocolFault.serialization("TRUE_VALUE can not be converted to " + type);
            case VALUE_FALSE -> ProtocolFault.serialization("FALSE_VALUE can not be converted to " + type);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                ProtocolFault.serialization("NUMBER_VALUE can not be converted to " + type);
            default -> ProtocolFault.serialization(null);
        };
    }

    private static long clamp(BigDecimal number) {
        // The exponent is the client's: decide by it first, so that no number makes us build a giant one.
        long digitsBeforePoint = (long) number.precision() - number.scale();
        if (digitsBeforePoint <= 0) {
            return 0;
        }
        if (digitsBeforePoint > 19) {
            return number.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return number.toBigInteger()
                .max(BigInteger.valueOf(Long.MIN_VALUE))
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }
}
