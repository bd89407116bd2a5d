package dev.cognate.wire;

import dev.cognate.wire.fault.InvalidParameterException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads structures from JSON. Unknown members are skipped and {@code null} equals absent; a value of another JSON type
 * than the model's is a {@code SerializationException} with the service's own text. Reference: oauth-config A4.
 */
public final class JsonInput {
    /** Deep enough for every shape and any sensible free document; a stored document wraps one a few levels deeper. */
    private static final int REQUEST_DEPTH = 200;

    private static final int STORED_DEPTH = 500;

    private static final JsonFactory REQUEST = factory(REQUEST_DEPTH);
    private static final JsonFactory STORED = factory(STORED_DEPTH);

    private static final String LIST_FOUND = "Start of list found where not expected";
    private static final String OBJECT_FOUND = "Start of structure or map found where not expected.";

    private final JsonParser parser;
    private final boolean stored;

    private JsonInput(JsonParser parser, boolean stored) {
        this.parser = parser;
        this.stored = stored;
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
        if (!isUtf8(body)) {
            throw ProtocolFault.serialization(null);
        }
        Violations violations = new Violations();
        T decoded = parse(body, false, reader, violations);
        if (!violations.isEmpty()) {
            throw new InvalidParameterException(violations.message());
        }
        return decoded;
    }

    /**
     * Reads a structure that this program wrote itself, such as a stored document; constraints are not checked.
     *
     * @throws IllegalArgumentException the text is not such a structure
     */
    public static <T> T decodeStored(String json, Reader<T> reader) {
        try {
            return parse(json.getBytes(StandardCharsets.UTF_8), true, reader, new Violations());
        } catch (ProtocolFault unreadable) {
            // Not the client's fault, and the text may be secret.
            throw new IllegalArgumentException("A stored document cannot be read", unreadable);
        }
    }

    private static JsonFactory factory(int depth) {
        return JsonFactory.builder()
                // The protocol is UTF-8; a body must not choose another encoding by how it begins.
                .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(depth).build())
                .build();
    }

    private static <T> T parse(byte[] body, boolean stored, Reader<T> reader, Violations violations) {
        JsonFactory json = stored ? STORED : REQUEST;
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), body)) {
            JsonInput in = new JsonInput(parser, stored);
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                throw ProtocolFault.serialization(LIST_FOUND);
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

    /** Whether the bytes are UTF-8 in its shortest form; the parser itself would let other forms pass. */
    private static boolean isUtf8(byte[] body) {
        int start = 0;
        while (start < body.length && body[start] >= 0) {
            start++;
        }
        if (start == body.length) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body, start, body.length - start));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
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
            case VALUE_STRING -> text(parser.getString());
            case VALUE_NULL -> null;
            default -> throw notA("a String");
        };
    }

    /** A whole number; decimals are cut off, and what is beyond a long counts as the nearest long. */
    public @Nullable Long integer() {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? number(0) : parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> number(0);
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
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Instant.ofEpochMilli(number(3));
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
        try (JsonGenerator out = REQUEST.createGenerator(ObjectWriteContext.empty(), text)) {
            copy(out);
        }
        return new Document(text.toString());
    }

    /** Copies the value at the current token; numbers keep their very digits. */
    private void copy(JsonGenerator out) {
        int depth = 0;
        do {
            switch (parser.currentToken()) {
                case START_OBJECT, START_ARRAY -> depth++;
                case END_OBJECT, END_ARRAY -> depth--;
                default -> {}
            }
            copyToken(out);
        } while (depth > 0 && parser.nextToken() != null);
    }

    private void copyToken(JsonGenerator out) {
        switch (parser.currentToken()) {
            case PROPERTY_NAME -> out.writeName(text(parser.currentName()));
            case VALUE_STRING -> out.writeString(text(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeNumber(parser.getString());
            default -> out.copyCurrentEvent(parser);
        }
    }

    /** A structure. */
    public <T> @Nullable T structure(Path at, Violations violations, Reader<T> reader) {
        return beginObject() ? reader.read(this, at, violations) : null;
    }

    /** A list of structures. */
    public <T> @Nullable List<T> list(Path at, Violations violations, Reader<T> reader) {
        if (!beginList()) {
            return null;
        }
        List<T> elements = new ArrayList<>();
        for (int number = 1; parser.nextToken() != JsonToken.END_ARRAY; number++) {
            Path element = at.element(number);
            T value = structure(element, violations, reader);
            if (value == null) {
                violations.nullElement(element);
            } else {
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
        return map(key -> string());
    }

    /** A map to structures; entries that are JSON null are left out. */
    public <T> @Nullable Map<String, T> structureMap(Path at, Violations violations, Reader<T> reader) {
        return map(key -> structure(at.value(key), violations, reader));
    }

    /** Reads one value of a map; null for JSON null. */
    private interface ValueReader<T> {
        @Nullable T read(String key);
    }

    private <T> @Nullable Map<String, T> map(ValueReader<T> values) {
        if (!beginObject()) {
            return null;
        }
        Map<String, T> entries = new LinkedHashMap<>();
        for (String key = nextMember(); key != null; key = nextMember()) {
            T value = values.read(text(key));
            if (value != null) {
                entries.put(key, value);
            }
        }
        return Collections.unmodifiableMap(entries);
    }

    private boolean beginObject() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> true;
            case VALUE_NULL -> false;
            case START_ARRAY -> throw ProtocolFault.serialization(LIST_FOUND);
            default -> throw ProtocolFault.serialization("Expected null");
        };
    }

    private boolean beginList() {
        return switch (parser.currentToken()) {
            case START_ARRAY -> true;
            case VALUE_NULL -> false;
            case START_OBJECT -> throw ProtocolFault.serialization(OBJECT_FOUND);
            default -> throw ProtocolFault.serialization("Expected list or null");
        };
    }

    private ProtocolFault notA(String type) {
        return switch (parser.currentToken()) {
            case START_ARRAY -> ProtocolFault.serialization(LIST_FOUND);
            case START_OBJECT -> ProtocolFault.serialization(OBJECT_FOUND);
            case VALUE_STRING -> ProtocolFault.serialization("STRING_VALUE can not be converted to " + type);
            case VALUE_TRUE -> ProtocolFault.serialization("TRUE_VALUE can not be converted to " + type);
            case VALUE_FALSE -> ProtocolFault.serialization("FALSE_VALUE can not be converted to " + type);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                ProtocolFault.serialization("NUMBER_VALUE can not be converted to " + type);
            default -> ProtocolFault.serialization(null);
        };
    }

    /** The number at the current token times a power of ten, its decimals cut off, or the nearest long. */
    private long number(int power) {
        BigDecimal number = decimal();
        // The exponent is the client's: decide by it first, so that no number makes us build a giant one.
        long digitsBeforePoint = (long) number.precision() - number.scale() + power;
        if (digitsBeforePoint <= 0 || number.signum() == 0) {
            return 0;
        }
        if (digitsBeforePoint > 19) {
            return number.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return number.movePointRight(power)
                .toBigInteger()
                .max(BigInteger.valueOf(Long.MIN_VALUE))
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }

    private BigDecimal decimal() {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException exponentTooLarge) {
            throw ProtocolFault.serialization(null);
        }
    }

    /** A client's text must be such that every store can keep it: no NUL (PostgreSQL), no half of a surrogate pair. */
    private String text(String text) {
        if (stored) {
            return text;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                throw ProtocolFault.serialization(null);
            }
        }
        return text;
    }
}
