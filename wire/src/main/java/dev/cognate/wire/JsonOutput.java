package dev.cognate.wire;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes structures as compact JSON. Null members are left out; timestamps are epoch seconds with up to three decimals;
 * blobs are Base64. Reference: oauth-config A2.
 */
public final class JsonOutput {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator generator;

    private JsonOutput(JsonGenerator generator) {
        this.generator = generator;
    }

    /** The structure as UTF-8 JSON. */
    public static byte[] encode(Shape shape) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            shape.write(new JsonOutput(generator));
        }
        return bytes.toByteArray();
    }

    /** The structure as JSON text. */
    public static String text(Shape shape) {
        return new String(encode(shape), StandardCharsets.UTF_8);
    }

    /** Starts an object. */
    public void beginObject() {
        generator.writeStartObject();
    }

    /** Ends the object. */
    public void endObject() {
        generator.writeEndObject();
    }

    /** An array that is no member: the whole document. */
    public void array(List<? extends Shape> elements) {
        value(elements);
    }

    /** A string member. */
    public void member(String name, @Nullable String value) {
        if (value != null) {
            generator.writeStringProperty(name, value);
        }
    }

    /** A boolean member. */
    public void member(String name, @Nullable Boolean value) {
        if (value != null) {
            generator.writeBooleanProperty(name, value);
        }
    }

    /** A whole number. */
    public void member(String name, @Nullable Integer value) {
        if (value != null) {
            generator.writeNumberProperty(name, value.intValue());
        }
    }

    /** A whole number. */
    public void member(String name, @Nullable Long value) {
        if (value != null) {
            generator.writeNumberProperty(name, value.longValue());
        }
    }

    /** A point in time. */
    public void member(String name, @Nullable Instant value) {
        if (value != null) {
            generator.writeName(name);
            generator.writeNumber(seconds(value));
        }
    }

    /** Bytes. */
    public void member(String name, @Nullable Blob value) {
        if (value != null) {
            generator.writeStringProperty(name, value.base64());
        }
    }

    /** Free JSON. */
    public void member(String name, @Nullable Document value) {
        if (value != null) {
            generator.writeName(name);
            generator.writeRawValue(value.json());
        }
    }

    /** A value of an enumeration. */
    public void member(String name, @Nullable WireEnum value) {
        if (value != null) {
            generator.writeStringProperty(name, value.wire());
        }
    }

    /** A structure. */
    public void member(String name, @Nullable Shape value) {
        if (value != null) {
            generator.writeName(name);
            value.write(this);
        }
    }

    /** A list of strings, enumeration values or structures. */
    public void member(String name, @Nullable List<?> values) {
        if (values != null) {
            generator.writeName(name);
            value(values);
        }
    }

    /** A map to strings, enumeration values, structures or lists. */
    public void member(String name, @Nullable Map<?, ?> values) {
        if (values != null) {
            generator.writeName(name);
            value(values);
        }
    }

    /** A member that is explicitly null, as trigger events have them. */
    public void nullMember(String name) {
        generator.writeNullProperty(name);
    }

    private void value(Object value) {
        switch (value) {
            case String text -> generator.writeString(text);
            case WireEnum constant -> generator.writeString(constant.wire());
            case Shape shape -> shape.write(this);
            case List<?> list -> {
                generator.writeStartArray();
                list.forEach(this::value);
                generator.writeEndArray();
            }
            case Map<?, ?> map -> {
                generator.writeStartObject();
                map.forEach((key, each) -> {
                    generator.writeName(key instanceof WireEnum constant ? constant.wire() : (String) key);
                    value(each);
                });
                generator.writeEndObject();
            }
            default -> throw new IllegalArgumentException("The model has no such value: " + value.getClass());
        }
    }

    private static BigDecimal seconds(Instant instant) {
        BigDecimal millis = BigDecimal.valueOf(instant.toEpochMilli(), 3).stripTrailingZeros();
        return millis.scale() < 0 ? millis.setScale(0) : millis;
    }
}
