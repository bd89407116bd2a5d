package dev.cognate.pools;

import dev.cognate.wire.model.AttributeDataType;
import dev.cognate.wire.model.NumberAttributeConstraintsType;
import dev.cognate.wire.model.SchemaAttributeType;
import dev.cognate.wire.model.StringAttributeConstraintsType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the attributes of a request into those of the pool: full names, nothing absent but the constraints that a type
 * does not have. Expects that {@link SchemaRules} holds. Reference: oauth-config B1.1, lifecycle C2.
 */
final class RequestedSchema {
    static final String CUSTOM = "custom:";
    static final String DEVELOPER_ONLY = "dev:" + CUSTOM;

    private RequestedSchema() {}

    /** The standard attributes, changed where the request says so, and the custom ones in the request's order. */
    static List<SchemaAttributeType> of(List<SchemaAttributeType> requested) {
        Map<String, SchemaAttributeType> schema = new LinkedHashMap<>(StandardAttributes.SCHEMA.attributes());
        for (SchemaAttributeType attribute : requested) {
            SchemaAttributeType standard = StandardAttributes.SCHEMA.find(SchemaRules.name(attribute));
            if (standard == null) {
                SchemaAttributeType custom = custom(attribute);
                schema.put(fullName(attribute), custom);
            } else {
                schema.put(SchemaRules.name(attribute), changed(standard, attribute));
            }
        }
        return List.copyOf(schema.values());
    }

    /** The attributes of a pool and the new custom ones behind them. */
    static List<SchemaAttributeType> with(List<SchemaAttributeType> present, List<SchemaAttributeType> requested) {
        List<SchemaAttributeType> schema = new ArrayList<>(present);
        requested.forEach(attribute -> schema.add(custom(attribute)));
        return List.copyOf(schema);
    }

    /** The name under which a custom attribute is used from now on. */
    static String fullName(SchemaAttributeType custom) {
        return (isDeveloperOnly(custom) ? DEVELOPER_ONLY : CUSTOM) + SchemaRules.name(custom);
    }

    static boolean isDeveloperOnly(SchemaAttributeType attribute) {
        return Boolean.TRUE.equals(attribute.developerOnlyAttribute());
    }

    private static SchemaAttributeType custom(SchemaAttributeType requested) {
        AttributeDataType type = requested.attributeDataType();
        return SchemaAttributeType.builder()
                .name(fullName(requested))
                .attributeDataType(type)
                .developerOnlyAttribute(isDeveloperOnly(requested))
                .mutable(or(requested.mutable(), true))
                .required(false)
                .stringAttributeConstraints(
                        type == AttributeDataType.STRING
                                ? or(
                                        requested.stringAttributeConstraints(),
                                        new StringAttributeConstraintsType(null, null))
                                : null)
                .numberAttributeConstraints(
                        type == AttributeDataType.NUMBER
                                ? or(
                                        requested.numberAttributeConstraints(),
                                        new NumberAttributeConstraintsType(null, null))
                                : null)
                .build();
    }

    private static SchemaAttributeType changed(SchemaAttributeType standard, SchemaAttributeType requested) {
        SchemaAttributeType.Builder changed = standard.toBuilder();
        if (!StandardAttributes.SUB.equals(standard.name())) {
            changed.mutable(or(requested.mutable(), true)).required(or(requested.required(), false));
        }
        StringAttributeConstraintsType lengths = requested.stringAttributeConstraints();
        if (lengths != null && standard.stringAttributeConstraints() != null) {
            changed.stringAttributeConstraints(lengths);
        }
        NumberAttributeConstraintsType values = requested.numberAttributeConstraints();
        if (values != null && standard.numberAttributeConstraints() != null) {
            changed.numberAttributeConstraints(values);
        }
        return changed.build();
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
