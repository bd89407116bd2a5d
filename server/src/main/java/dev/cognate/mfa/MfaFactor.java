package dev.cognate.mfa;

import dev.cognate.directory.User;
import dev.cognate.pools.Pool;
import dev.cognate.wire.model.DeliveryMediumType;
import dev.cognate.wire.model.UserPoolMfaType;
import org.jspecify.annotations.Nullable;

/** A second factor, by its name on the wire, in the order in which lists show them. Reference: auth 19. */
public enum MfaFactor {
    /** A code by SMS. */
    SMS_MFA("phone_number"),
    /** A code by e-mail. */
    EMAIL_OTP("email"),
    /** A code of an authenticator app (TOTP). */
    SOFTWARE_TOKEN_MFA(null);

    private final @Nullable String attribute;

    MfaFactor(@Nullable String attribute) {
        this.attribute = attribute;
    }

    /** The attribute with the address that codes are sent to, null where none are sent. */
    public @Nullable String attribute() {
        return attribute;
    }

    /** How codes are sent, null where none are sent. */
    @Nullable DeliveryMediumType medium() {
        return switch (this) {
            case SMS_MFA -> DeliveryMediumType.SMS;
            case EMAIL_OTP -> DeliveryMediumType.EMAIL;
            case SOFTWARE_TOKEN_MFA -> null;
        };
    }

    /** Whether the pool takes this factor; a pool whose MFA is off takes none. */
    public boolean isOf(Pool pool) {
        return pool.mfa() != UserPoolMfaType.OFF
                && switch (this) {
                    case SMS_MFA -> pool.factors().sms() && pool.config().smsConfiguration() != null;
                    case EMAIL_OTP -> pool.factors().email() != null;
                    case SOFTWARE_TOKEN_MFA -> pool.factors().takesSoftwareTokens();
                };
    }

    /** Whether the user has the address that codes would be sent to, verified or not; true where none are sent. */
    boolean reaches(User user) {
        return attribute == null || user.attribute(attribute) != null;
    }
}
