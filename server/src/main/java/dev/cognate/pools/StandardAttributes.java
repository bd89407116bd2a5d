package dev.cognate.pools;

import dev.cognate.wire.model.AttributeDataType;
import dev.cognate.wire.model.NumberAttributeConstraintsType;
import dev.cognate.wire.model.SchemaAttributeType;
import dev.cognate.wire.model.StringAttributeConstraintsType;
import java.util.List;

/** The twenty attributes that every pool has, in the service's order. Reference: oauth-config B1.1, lifecycle C1. */
final class StandardAttributes {
    /** The one attribute that nobody sets: always required, never changed. */
    static final String SUB = "sub";

    static final List<SchemaAttributeType> ALL = List.of(
            attribute(SUB, AttributeDataType.STRING)
                    .mutable(false)
                    .required(true)
                    .stringAttributeConstraints(new StringAttributeConstraintsType("1", "2048"))
                    .build(),
            text("name"),
            text("given_name"),
            text("family_name"),
            text("middle_name"),
            text("nickname"),
            text("preferred_username"),
            text("profile"),
            text("picture"),
            text("website"),
            text("email"),
            flag("email_verified"),
            text("gender"),
            attribute("birthdate", AttributeDataType.STRING)
                    .stringAttributeConstraints(new StringAttributeConstraintsType("10", "10"))
                    .build(),
            text("zoneinfo"),
            text("locale"),
            text("phone_number"),
            flag("phone_number_verified"),
            text("address"),
            attribute("updated_at", AttributeDataType.NUMBER)
                    .numberAttributeConstraints(new NumberAttributeConstraintsType("0", null))
                    .build());

    /** The same, by name. */
    static final Schema SCHEMA = Schema.of(ALL);

    private StandardAttributes() {}

    private static SchemaAttributeType text(String name) {
        return attribute(name, AttributeDataType.STRING)
                .stringAttributeConstraints(new StringAttributeConstraintsType("0", "2048"))
                .build();
    }

    private static SchemaAttributeType flag(String name) {
        return attribute(name, AttributeDataType.BOOLEAN).build();
    }

    private static SchemaAttributeType.Builder attribute(String name, AttributeDataType type) {
        return SchemaAttributeType.builder()
                .name(name)
                .attributeDataType(type)
                .developerOnlyAttribute(false)
                .mutable(true)
                .required(false);
    }
}
