package dev.cognate.pools;

import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.AttributeDataType;
import dev.cognate.wire.model.NumberAttributeConstraintsType;
import dev.cognate.wire.model.SchemaAttributeType;
import dev.cognate.wire.model.StringAttributeConstraintsType;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the attributes of a request must be like. Reference: oauth-config B2, lifecycle C2. */
final class SchemaRules {
    private static final int MOST_CUSTOM = 50;
    private static final BigInteger LONGEST = BigInteger.valueOf(2048);

    /** Few enough digits that reading them costs nothing. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,30}");

    private SchemaRules() {}

    /** Refuses a schema that a new pool cannot have. */
    static void checkNew(List<SchemaAttributeType> requested) {
        Set<String> names = new HashSet<>();
        for (SchemaAttributeType attribute : requested) {
            SchemaAttributeType standard = StandardAttributes.SCHEMA.find(name(attribute));
            if (standard == null) {
                checkCustom(attribute, names);
            } else {
                checkStandard(attribute, standard);
            }
        }
    }

    /** Refuses custom attributes that a pool cannot have in addition. */
    static void checkAdded(List<SchemaAttributeType> requested, Schema present) {
        Set<String> names = new HashSet<>();
        for (SchemaAttributeType attribute : requested) {
            checkCustom(attribute, names);
            String fullName = RequestedSchema.fullName(attribute);
            if (present.has(fullName)) {
                throw new InvalidParameterException(Texts.existingCustom(fullName));
            }
        }
        long custom = present.attributes().keySet().stream()
                .filter(name ->
                        name.startsWith(RequestedSchema.CUSTOM) || name.startsWith(RequestedSchema.DEVELOPER_ONLY))
                .count();
        if (custom + requested.size() > MOST_CUSTOM) {
            throw new InvalidParameterException(Texts.TOO_MANY_CUSTOM);
        }
    }

    /** The name in the request, without a prefix; the model lets it be absent, the service does not. */
    static String name(SchemaAttributeType attribute) {
        String name = attribute.name();
        if (name == null) {
            throw new InvalidParameterException(Texts.ATTRIBUTE_NAME_MISSING);
        }
        return name;
    }

    private static void checkCustom(SchemaAttributeType attribute, Set<String> names) {
        String fullName = RequestedSchema.fullName(attribute);
        if (Boolean.TRUE.equals(attribute.required())) {
            throw new InvalidParameterException(Texts.CUSTOM_REQUIRED);
        }
        if (!names.add(fullName)) {
            throw new InvalidParameterException(Texts.duplicateCustom(fullName));
        }
        AttributeDataType type = attribute.attributeDataType();
        if (type == null) {
            throw new InvalidParameterException(Texts.ATTRIBUTE_TYPE_MISSING);
        }
        checkConstraints(fullName, attribute, type);
    }

    private static void checkStandard(SchemaAttributeType attribute, SchemaAttributeType standard) {
        AttributeDataType type = attribute.attributeDataType();
        if ((type != null && type != standard.attributeDataType()) || RequestedSchema.isDeveloperOnly(attribute)) {
            throw new InvalidParameterException(Texts.standardChanged(name(attribute)));
        }
        checkConstraints(name(attribute), attribute, standard.attributeDataType());
    }

    private static void checkConstraints(
            String fullName, SchemaAttributeType attribute, @Nullable AttributeDataType type) {
        StringAttributeConstraintsType lengths = attribute.stringAttributeConstraints();
        if (lengths != null && type == AttributeDataType.STRING) {
            checkLengths(fullName, lengths);
        }
        NumberAttributeConstraintsType values = attribute.numberAttributeConstraints();
        if (values != null && type == AttributeDataType.NUMBER) {
            checkValues(fullName, values);
        }
    }

    private static void checkLengths(String fullName, StringAttributeConstraintsType lengths) {
        BigInteger min = limit(fullName, lengths.minLength());
        BigInteger max = limit(fullName, lengths.maxLength());
        if ((min != null && min.signum() < 0) || (max != null && max.signum() < 0)) {
            throw new InvalidParameterException(Texts.limitIsNoNumber(fullName));
        }
        if (crossed(min, max)) {
            throw new InvalidParameterException(Texts.lengthsCrossed(fullName));
        }
        if (crossed(min, LONGEST) || crossed(max, LONGEST)) {
            throw new InvalidParameterException(Texts.lengthTooGreat(fullName));
        }
    }

    private static void checkValues(String fullName, NumberAttributeConstraintsType values) {
        if (crossed(limit(fullName, values.minValue()), limit(fullName, values.maxValue()))) {
            throw new InvalidParameterException(Texts.valuesCrossed(fullName));
        }
    }

    private static boolean crossed(@Nullable BigInteger min, @Nullable BigInteger max) {
        return min != null && max != null && min.compareTo(max) > 0;
    }

    private static @Nullable BigInteger limit(String fullName, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw new InvalidParameterException(Texts.limitIsNoNumber(fullName));
        }
        return new BigInteger(text);
    }
}
