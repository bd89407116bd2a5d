package dev.cognate.mfa;

import dev.cognate.pools.Pool;
import dev.cognate.wire.fault.FeatureUnavailableInTierException;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.EmailConfigurationType;
import dev.cognate.wire.model.EmailSendingAccountType;
import dev.cognate.wire.model.SetUserPoolMfaConfigRequest;
import dev.cognate.wire.model.SmsMfaConfigType;
import dev.cognate.wire.model.SoftwareTokenMfaConfigType;
import dev.cognate.wire.model.UserPoolMfaType;
import dev.cognate.wire.model.UserPoolTierType;
import dev.cognate.wire.model.WebAuthnConfigurationType;
import dev.cognate.wire.model.WebAuthnFactorConfigurationType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What SetUserPoolMfaConfig refuses, in this order. Reference: auth 19.1, oauth-config B15, B18. */
final class PoolFactorRules {
    /** A name of two labels at least. Possessive, so that no text takes long to refuse. */
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?+\\.)++[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?+");

    private PoolFactorRules() {}

    /** What the pool's MFA becomes. */
    static UserPoolMfaType mfa(SetUserPoolMfaConfigRequest request, Pool before) {
        UserPoolMfaType asked = request.mfaConfiguration();
        return asked == null ? before.mfa() : asked;
    }

    static void check(SetUserPoolMfaConfigRequest request, Pool before) {
        SoftwareTokenMfaConfigType token = request.softwareTokenMfaConfiguration();
        boolean any = request.smsMfaConfiguration() != null
                || request.emailMfaConfiguration() != null
                || (token != null && Boolean.TRUE.equals(token.enabled()));
        if (any && mfa(request, before) == UserPoolMfaType.OFF) {
            throw new InvalidParameterException(Texts.OFF_WITH_FACTORS);
        }
        if (!any && mfa(request, before) != UserPoolMfaType.OFF) {
            throw new InvalidParameterException(Texts.NO_FACTORS);
        }
        checkTier(request, before);
        if (request.emailMfaConfiguration() != null && hasDefaultSender(before)) {
            throw new InvalidParameterException(Texts.DEFAULT_SENDER);
        }
        SmsMfaConfigType sms = request.smsMfaConfiguration();
        if (sms != null && sms.smsConfiguration() == null && before.config().smsConfiguration() == null) {
            throw new InvalidParameterException(Texts.NO_SMS_CONFIGURATION);
        }
        checkRelyingParty(request.webAuthnConfiguration());
    }

    private static void checkTier(SetUserPoolMfaConfigRequest request, Pool before) {
        UserPoolTierType tier = before.config().userPoolTier();
        if (tier != UserPoolTierType.LITE) {
            return;
        }
        List<String> above = new ArrayList<>();
        if (request.emailMfaConfiguration() != null) {
            above.add("Email MFA");
        }
        WebAuthnConfigurationType webAuthn = request.webAuthnConfiguration();
        if (webAuthn != null
                && webAuthn.factorConfiguration()
                        == WebAuthnFactorConfigurationType.MULTI_FACTOR_WITH_USER_VERIFICATION) {
            above.add("Passkey MFA");
        }
        if (!above.isEmpty()) {
            throw new FeatureUnavailableInTierException(Texts.aboveTier(tier.wire(), String.join(", ", above)));
        }
    }

    private static boolean hasDefaultSender(Pool pool) {
        EmailConfigurationType email = pool.config().emailConfiguration();
        return email == null || email.emailSendingAccount() != EmailSendingAccountType.DEVELOPER;
    }

    /** Of public suffixes only the top-level ones are known here; {@code localhost} is for development. */
    private static void checkRelyingParty(@Nullable WebAuthnConfigurationType webAuthn) {
        String id = webAuthn == null ? null : webAuthn.relyingPartyId();
        if (id != null && !id.equals("localhost") && !DOMAIN.matcher(id).matches()) {
            throw new InvalidParameterException(Texts.RELYING_PARTY);
        }
    }
}
