package dev.cognate.mfa;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.GetUserPoolMfaConfigRequest;
import dev.cognate.wire.model.GetUserPoolMfaConfigResponse;
import dev.cognate.wire.model.SmsMfaConfigType;
import dev.cognate.wire.model.SoftwareTokenMfaConfigType;
import dev.cognate.wire.model.UserPoolMfaType;
import org.jspecify.annotations.Nullable;

/** Shows what second factors a pool takes; of one that was never configured, nothing. Reference: auth 19.1. */
final class GetUserPoolMfaConfig implements Operation<GetUserPoolMfaConfigRequest, GetUserPoolMfaConfigResponse> {
    private final Pools pools;

    GetUserPoolMfaConfig(Pools pools) {
        this.pools = pools;
    }

    @Override
    public GetUserPoolMfaConfigResponse run(GetUserPoolMfaConfigRequest request, Call call) {
        return shown(pools.require(new PoolId(request.userPoolId()), call));
    }

    static GetUserPoolMfaConfigResponse shown(Pool pool) {
        return GetUserPoolMfaConfigResponse.builder()
                .smsMfaConfiguration(sms(pool))
                .softwareTokenMfaConfiguration(softwareToken(pool))
                .emailMfaConfiguration(
                        MfaFactor.EMAIL_OTP.isOf(pool) ? pool.factors().email() : null)
                .mfaConfiguration(pool.mfa())
                .webAuthnConfiguration(pool.factors().webAuthn())
                .build();
    }

    private static @Nullable SmsMfaConfigType sms(Pool pool) {
        return MfaFactor.SMS_MFA.isOf(pool)
                ? new SmsMfaConfigType(
                        pool.config().smsAuthenticationMessage(), pool.config().smsConfiguration())
                : null;
    }

    /** What is on while MFA is off was left behind by UpdateUserPool, and does not count. */
    private static @Nullable SoftwareTokenMfaConfigType softwareToken(Pool pool) {
        boolean leftBehind = pool.mfa() == UserPoolMfaType.OFF && pool.factors().takesSoftwareTokens();
        return leftBehind ? null : pool.factors().softwareToken();
    }
}
