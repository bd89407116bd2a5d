package dev.cognate.risk;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DescribeRiskConfigurationRequest;
import dev.cognate.wire.model.DescribeRiskConfigurationResponse;
import dev.cognate.wire.model.RiskConfigurationType;
import org.jspecify.annotations.Nullable;

/**
 * Shows what threat protection does, for a pool or for one client; without its parts where nothing was set. Reference:
 * auth 23.
 */
final class DescribeRiskConfiguration
        implements Operation<DescribeRiskConfigurationRequest, DescribeRiskConfigurationResponse> {
    private final Risk.Collaborators with;

    DescribeRiskConfiguration(Risk.Collaborators with) {
        this.with = with;
    }

    @Override
    public DescribeRiskConfigurationResponse run(DescribeRiskConfigurationRequest request, Call call) {
        PoolId pool = new PoolId(request.userPoolId());
        with.pools().requireRegion(pool, call);
        return new DescribeRiskConfigurationResponse(with.store().read(tx -> shown(tx, pool, request.clientId())));
    }

    private RiskConfigurationType shown(Tx tx, PoolId pool, @Nullable String client) {
        Protected.pool(with.pools().require(tx, pool));
        if (client != null) {
            with.clients().require(tx, pool, new ClientId(client));
        }
        RiskConfigurationType set = RiskSettings.find(tx, pool, client);
        return set != null
                ? set
                : RiskConfigurationType.builder()
                        .userPoolId(pool.value())
                        .clientId(client)
                        .build();
    }
}
