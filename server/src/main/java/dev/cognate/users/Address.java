package dev.cognate.users;

import dev.cognate.codes.CodeKind;
import dev.cognate.directory.NameKind;
import dev.cognate.messaging.Destination;
import dev.cognate.pools.Pool;
import dev.cognate.wire.model.UserAttributeUpdateSettingsType;
import dev.cognate.wire.model.VerifiedAttributeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two attributes to which codes can be sent. */
enum Address {
    /** An e-mail address. */
    EMAIL(VerifiedAttributeType.EMAIL, CodeKind.EMAIL_VERIFICATION, NameKind.EMAIL),
    /** A phone number, reached by SMS. */
    PHONE_NUMBER(VerifiedAttributeType.PHONE_NUMBER, CodeKind.PHONE_VERIFICATION, NameKind.PHONE_NUMBER);

    /** What an attribute's name is followed by in the name of its flag. */
    static final String VERIFIED = "_verified";

    private final VerifiedAttributeType type;
    private final CodeKind code;
    private final NameKind nameKind;

    Address(VerifiedAttributeType type, CodeKind code, NameKind nameKind) {
        this.type = type;
        this.code = code;
        this.nameKind = nameKind;
    }

    /** The address of an attribute's name, null for any other attribute. */
    static @Nullable Address of(String attribute) {
        for (Address address : values()) {
            if (address.attribute().equals(attribute)) {
                return address;
            }
        }
        return null;
    }

    /** The attribute's name. */
    String attribute() {
        return type.wire();
    }

    /** The name of the flag that says whether it is verified. */
    String flag() {
        return attribute() + VERIFIED;
    }

    /** What the codes are that verify it. */
    CodeKind code() {
        return code;
    }

    /** What kind of name it can be. */
    NameKind nameKind() {
        return nameKind;
    }

    /** Whether the pool verifies it by itself. */
    boolean isAutoVerified(Pool pool) {
        return pool.autoVerified().contains(type);
    }

    /** Whether a new value waits until it is verified (AttributesRequireVerificationBeforeUpdate). */
    boolean waits(Pool pool) {
        UserAttributeUpdateSettingsType settings = pool.config().userAttributeUpdateSettings();
        List<VerifiedAttributeType> waiting =
                settings == null ? null : settings.attributesRequireVerificationBeforeUpdate();
        return waiting != null && waiting.contains(type);
    }

    /** Where a code for this value goes. */
    Destination destination(String value) {
        return switch (this) {
            case EMAIL -> Destination.email(value);
            case PHONE_NUMBER -> Destination.phone(value);
        };
    }
}
