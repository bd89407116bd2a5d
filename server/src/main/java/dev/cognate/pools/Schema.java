package dev.cognate.pools;

import dev.cognate.wire.model.SchemaAttributeType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that the users of a pool can have, by full name ({@code email}, {@code custom:team},
 * {@code dev:custom:score}), in the order of DescribeUserPool. Immutable. Reference: lifecycle C1, C2.
 *
 * @param attributes the attributes by full name
 */
public record Schema(Map<String, SchemaAttributeType> attributes) {

    /** Copies the map and keeps its order. */
    public Schema {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** The schema of the stored attributes; one without a name is not found by any. */
    public static Schema of(List<SchemaAttributeType> attributes) {
        Map<String, SchemaAttributeType> named = new LinkedHashMap<>();
        for (SchemaAttributeType attribute : attributes) {
            String name = attribute.name();
            if (name != null) {
                named.put(name, attribute);
            }
        }
        return new Schema(named);
    }

    /** The attribute of this full name, null when there is none. */
    public @Nullable SchemaAttributeType find(String name) {
        return attributes.get(name);
    }

    /** Whether there is an attribute of this full name. */
    public boolean has(String name) {
        return attributes.containsKey(name);
    }
}
