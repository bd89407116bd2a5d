package dev.cognate.mfa;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.FactorSettings;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.GetUserPoolMfaConfigResponse;
import dev.cognate.wire.model.SetUserPoolMfaConfigRequest;
import dev.cognate.wire.model.SetUserPoolMfaConfigResponse;
import dev.cognate.wire.model.SmsMfaConfigType;
import dev.cognate.wire.model.UserPoolMfaType;
import dev.cognate.wire.model.UserPoolType;
import dev.cognate.wire.model.WebAuthnConfigurationType;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what second factors a pool takes: one that the request leaves out is turned off. The configuration of passkeys
 * stays when it is left out, and so does {@code MfaConfiguration}. Reference: auth 19.1, oauth-config B15.
 */
final class SetUserPoolMfaConfig implements Operation<SetUserPoolMfaConfigRequest, SetUserPoolMfaConfigResponse> {
    private final Pools pools;

    SetUserPoolMfaConfig(Pools pools) {
        this.pools = pools;
    }

    @Override
    public SetUserPoolMfaConfigResponse run(SetUserPoolMfaConfigRequest request, Call call) {
        PoolId id = new PoolId(request.userPoolId());
        pools.requireRegion(id, call);
        Pool after = pools.changeFactors(id, before -> {
            PoolFactorRules.check(request, before);
            return changed(request, before);
        });
        GetUserPoolMfaConfigResponse shown = GetUserPoolMfaConfig.shown(after);
        return new SetUserPoolMfaConfigResponse(
                shown.smsMfaConfiguration(),
                shown.softwareTokenMfaConfiguration(),
                shown.emailMfaConfiguration(),
                shown.mfaConfiguration(),
                shown.webAuthnConfiguration());
    }

    private static Pool changed(SetUserPoolMfaConfigRequest request, Pool before) {
        UserPoolMfaType mfa = PoolFactorRules.mfa(request, before);
        // A pool whose MFA is off may later be updated to MFA by SMS, as one that was never asked about its factors.
        boolean sms = mfa == UserPoolMfaType.OFF || request.smsMfaConfiguration() != null;
        FactorSettings factors = new FactorSettings(
                sms,
                request.softwareTokenMfaConfiguration(),
                request.emailMfaConfiguration(),
                webAuthn(request, before));
        return new Pool(before.id(), config(request, before, mfa), factors);
    }

    private static UserPoolType config(SetUserPoolMfaConfigRequest request, Pool before, UserPoolMfaType mfa) {
        UserPoolType.Builder config = before.config().toBuilder().mfaConfiguration(mfa);
        SmsMfaConfigType sms = request.smsMfaConfiguration();
        if (sms != null) {
            config.smsAuthenticationMessage(sms.smsAuthenticationMessage());
            if (sms.smsConfiguration() != null) {
                config.smsConfiguration(sms.smsConfiguration());
            }
        }
        return config.build();
    }

    private static @Nullable WebAuthnConfigurationType webAuthn(SetUserPoolMfaConfigRequest request, Pool before) {
        WebAuthnConfigurationType given = request.webAuthnConfiguration();
        return given == null ? before.factors().webAuthn() : given;
    }
}
