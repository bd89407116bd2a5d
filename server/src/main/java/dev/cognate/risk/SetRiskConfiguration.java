package dev.cognate.risk;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.RiskConfigurationType;
import dev.cognate.wire.model.SetRiskConfigurationRequest;
import dev.cognate.wire.model.SetRiskConfigurationResponse;
import java.time.temporal.ChronoUnit;

/**
 * Sets what threat protection does, for a pool or for one client, in whose place the pool's is not looked at. Without
 * any part the configuration is removed. Reference: auth 23, oauth-config B14.
 */
final class SetRiskConfiguration implements Operation<SetRiskConfigurationRequest, SetRiskConfigurationResponse> {
    private final Risk.Collaborators with;

    SetRiskConfiguration(Risk.Collaborators with) {
        this.with = with;
    }

    @Override
    public SetRiskConfigurationResponse run(SetRiskConfigurationRequest request, Call call) {
        PoolId pool = new PoolId(request.userPoolId());
        with.pools().requireRegion(pool, call);
        RiskConfigurationType config = asked(request);
        with.store().write(tx -> {
            Protected.pool(with.pools().require(tx, pool));
            String client = request.clientId();
            if (client != null) {
                with.clients().require(tx, pool, new ClientId(client));
            }
            RiskRules.check(pool, request);
            if (isEmpty(request)) {
                RiskSettings.delete(tx, pool, client);
            } else {
                RiskSettings.put(tx, pool, client, config);
            }
            return true;
        });
        return new SetRiskConfigurationResponse(config);
    }

    private RiskConfigurationType asked(SetRiskConfigurationRequest request) {
        return RiskConfigurationType.builder()
                .userPoolId(request.userPoolId())
                .clientId(request.clientId())
                .compromisedCredentialsRiskConfiguration(request.compromisedCredentialsRiskConfiguration())
                .accountTakeoverRiskConfiguration(request.accountTakeoverRiskConfiguration())
                .riskExceptionConfiguration(request.riskExceptionConfiguration())
                .lastModifiedDate(with.clock().instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    private static boolean isEmpty(SetRiskConfigurationRequest request) {
        return request.compromisedCredentialsRiskConfiguration() == null
                && request.accountTakeoverRiskConfiguration() == null
                && request.riskExceptionConfiguration() == null;
    }
}
