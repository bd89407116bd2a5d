package dev.cognate.pools;

import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.UserAttributeUpdateSettingsType;
import dev.cognate.wire.model.UserPoolMfaType;
import dev.cognate.wire.model.UserPoolType;
import dev.cognate.wire.model.VerifiedAttributeType;
import java.util.List;

/** Which addresses are verified, and what sending to them needs. Reference: oauth-config B2, lifecycle D5. */
final class VerificationRules {
    private VerificationRules() {}

    static void check(UserPoolType asked, boolean mfaWasOff) {
        List<VerifiedAttributeType> autoVerified = asked.autoVerifiedAttributes();
        List<VerifiedAttributeType> verified = autoVerified == null ? List.of() : autoVerified;
        boolean sms = asked.smsConfiguration() != null;
        if (verified.contains(VerifiedAttributeType.PHONE_NUMBER) && !sms) {
            throw new InvalidParameterException(Texts.SMS_FOR_AUTO_VERIFICATION);
        }
        UserPoolMfaType mfa = asked.mfaConfiguration();
        if (mfa != null && mfa != UserPoolMfaType.OFF && mfaWasOff && !sms) {
            throw new InvalidParameterException(Texts.SMS_FOR_MFA);
        }
        UserAttributeUpdateSettingsType updates = asked.userAttributeUpdateSettings();
        List<VerifiedAttributeType> beforeUpdate =
                updates == null ? null : updates.attributesRequireVerificationBeforeUpdate();
        if (beforeUpdate != null && !verified.containsAll(beforeUpdate)) {
            throw new InvalidParameterException(Texts.UPDATE_VERIFICATION);
        }
    }

    /** Refuses an update that takes the last second factor away, SMS, and leaves MFA on. */
    static void checkFactors(UserPoolType asked, FactorSettings factors) {
        UserPoolMfaType mfa = asked.mfaConfiguration();
        boolean sms = asked.smsConfiguration() != null && factors.sms();
        boolean any = sms || factors.takesSoftwareTokens() || factors.email() != null;
        if (mfa != null && mfa != UserPoolMfaType.OFF && !any) {
            throw new InvalidParameterException(Texts.NO_FACTORS);
        }
    }
}
