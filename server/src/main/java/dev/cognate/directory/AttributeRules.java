package dev.cognate.directory;

import dev.cognate.clients.Client;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Schema;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.AttributeDataType;
import dev.cognate.wire.model.AttributeType;
import dev.cognate.wire.model.NumberAttributeConstraintsType;
import dev.cognate.wire.model.SchemaAttributeType;
import dev.cognate.wire.model.StringAttributeConstraintsType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be written to a user's attributes. Reference: lifecycle C1 to C3. */
public final class AttributeRules {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}<>,;\"]+@[^\\s@\\p{Cntrl}<>,;\"]+");
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[0-9]{1,15}");

    private AttributeRules() {}

    /** Whether the text has the form of an e-mail address. */
    public static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    /** Whether the text has the form of a phone number: a plus sign and up to 15 digits (E.164). */
    public static boolean isPhoneNumber(String text) {
        return PHONE_NUMBER.matcher(text).matches();
    }

    /** The attributes of a request by name; blank ones are left out, of doubled ones the last counts. */
    public static Map<String, String> byName(@Nullable List<AttributeType> attributes) {
        Map<String, String> named = new LinkedHashMap<>();
        for (AttributeType attribute : Objects.requireNonNullElse(attributes, List.<AttributeType>of())) {
            String value = attribute.value();
            if (value != null && !value.isEmpty()) {
                named.put(attribute.name(), value);
            }
        }
        return named;
    }

    /**
     * Checks what a new user brings along, in the order of lifecycle E1 step 4: permission of the client, schema,
     * formats.
     *
     * @param requested the attributes of the request
     * @param given all attributes the user will have, also those that follow from the username
     * @throws NotAuthorizedException the client may not write one of them
     * @throws InvalidParameterException they do not fit the schema
     */
    public static void checkSignUp(Client client, Map<String, String> requested, Map<String, String> given) {
        checkWritable(client, requested.keySet());
        checkSchema(client.pool(), given);
    }

    /**
     * Checks what a new user brings along: schema, required attributes, formats.
     *
     * @param given all attributes the user will have
     * @throws InvalidParameterException they do not fit the schema
     */
    public static void checkSchema(Pool pool, Map<String, String> given) {
        StringBuilder violations = schemaViolations(pool, given);
        for (SchemaAttributeType attribute : pool.schema().attributes().values()) {
            String name = attribute.name();
            if (Boolean.TRUE.equals(attribute.required())
                    && name != null
                    && !name.equals("sub")
                    && !given.containsKey(name)) {
                note(violations, name, Texts.REQUIRED);
            }
        }
        refuse(violations);
        checkFormats(given);
    }

    /**
     * Checks what a user brings along who is made by an administrator or by a function: any attribute of the schema but
     * {@code sub}, and none that is required.
     *
     * @param given all attributes the user will have
     * @throws InvalidParameterException they do not fit the schema
     */
    static void checkGiven(Pool pool, Map<String, String> given) {
        if (given.containsKey("sub")) {
            throw new InvalidParameterException("user.sub: " + Texts.NOT_UPDATABLE + "\n");
        }
        refuse(schemaViolations(pool, given));
        checkFormats(given);
    }

    private static StringBuilder schemaViolations(Pool pool, Map<String, String> given) {
        StringBuilder violations = new StringBuilder();
        given.forEach(
                (name, value) -> note(violations, name, violation(pool.schema().find(name), value)));
        return violations;
    }

    private static void refuse(StringBuilder violations) {
        if (!violations.isEmpty()) {
            throw new InvalidParameterException(Texts.nonconforming(violations.toString()));
        }
    }

    /**
     * Checks what an update makes of a user's attributes, whoever asks for it. Setting what is there already is no change.
     *
     * @param user as it was before
     * @param values what is set
     * @param removed what is deleted
     * @throws InvalidParameterException it does not fit the schema
     */
    public static void checkUpdate(Schema schema, User user, Map<String, String> values, Set<String> removed) {
        StringBuilder unchangeable = new StringBuilder();
        StringBuilder violations = new StringBuilder();
        values.forEach((name, value) -> {
            SchemaAttributeType attribute = schema.find(name);
            note(violations, "user." + name, violation(attribute, value));
            if (isFixed(attribute) && !value.equals(user.attribute(name))) {
                note(unchangeable, "user." + name, Texts.NOT_UPDATABLE);
            }
        });
        for (String name : removed) {
            SchemaAttributeType attribute = schema.find(name);
            if (attribute == null) {
                note(violations, "user." + name, Texts.NOT_IN_SCHEMA);
            } else if (isFixed(attribute)) {
                note(unchangeable, "user." + name, Texts.NOT_UPDATABLE);
            } else if (Boolean.TRUE.equals(attribute.required())) {
                note(violations, "user." + name, Texts.REQUIRED);
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidParameterException(Texts.invalid(violations.toString()));
        }
        if (!unchangeable.isEmpty()) {
            throw new InvalidParameterException(unchangeable.toString());
        }
        checkFormats(values);
    }

    private static boolean isFixed(@Nullable SchemaAttributeType attribute) {
        return attribute != null && Boolean.FALSE.equals(attribute.mutable());
    }

    /**
     * Checks that a user may write these attributes through a client; those that are not in the schema are left to it.
     *
     * @throws NotAuthorizedException one of them may not be written
     */
    public static void checkWritable(Client client, Iterable<String> names) {
        for (String name : names) {
            if (client.pool().schema().has(name) && !client.mayWrite(name)) {
                throw new NotAuthorizedException(Texts.UNAUTHORIZED_ATTRIBUTE);
            }
        }
    }

    private static void checkFormats(Map<String, String> given) {
        String email = given.get("email");
        if (email != null && !isEmail(email)) {
            throw new InvalidParameterException(Texts.BAD_EMAIL);
        }
        String phoneNumber = given.get("phone_number");
        if (phoneNumber != null && !isPhoneNumber(phoneNumber)) {
            throw new InvalidParameterException(Texts.BAD_PHONE_NUMBER);
        }
    }

    private static void note(StringBuilder violations, String name, @Nullable String violation) {
        if (violation != null) {
            violations.append(name).append(": ").append(violation).append('\n');
        }
    }

    private static @Nullable String violation(@Nullable SchemaAttributeType attribute, String value) {
        if (attribute == null) {
            return Texts.NOT_IN_SCHEMA;
        }
        AttributeDataType type = Objects.requireNonNullElse(attribute.attributeDataType(), AttributeDataType.STRING);
        return switch (type) {
            case STRING -> lengthViolation(attribute.stringAttributeConstraints(), value);
            case NUMBER -> numberViolation(attribute.numberAttributeConstraints(), value);
            case BOOLEAN ->
                value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false") ? null : Texts.NOT_BOOLEAN;
            case DATE_TIME -> null;
        };
    }

    private static @Nullable String lengthViolation(@Nullable StringAttributeConstraintsType limits, String value) {
        int length = value.codePointCount(0, value.length());
        if (limits == null) {
            return null;
        }
        if (limits.maxLength() != null && length > Long.parseLong(limits.maxLength())) {
            return "String must not be longer than " + limits.maxLength() + " characters";
        }
        if (limits.minLength() != null && length < Long.parseLong(limits.minLength())) {
            return "String must not be shorter than " + limits.minLength() + " characters";
        }
        return null;
    }

    private static @Nullable String numberViolation(@Nullable NumberAttributeConstraintsType limits, String value) {
        BigDecimal number;
        try {
            number = new BigDecimal(value);
        } catch (NumberFormatException notANumber) {
            return Texts.NOT_NUMBER;
        }
        if (limits == null) {
            return null;
        }
        if (limits.maxValue() != null && number.compareTo(new BigDecimal(limits.maxValue())) > 0) {
            return "Number must not be greater than " + limits.maxValue();
        }
        if (limits.minValue() != null && number.compareTo(new BigDecimal(limits.minValue())) < 0) {
            return "Number must not be less than " + limits.minValue();
        }
        return null;
    }
}
