package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.LogConfigurationType;
import dev.cognate.wire.model.LogDeliveryConfigurationType;
import dev.cognate.wire.model.SetLogDeliveryConfigurationRequest;
import dev.cognate.wire.model.SetLogDeliveryConfigurationResponse;
import java.util.List;

/** Replaces where a pool's logs are to go; an empty list ends it. Reference: oauth-config B13. */
final class SetLogDeliveryConfiguration
        implements Operation<SetLogDeliveryConfigurationRequest, SetLogDeliveryConfigurationResponse> {
    private final Store store;
    private final Pools pools;

    SetLogDeliveryConfiguration(Store store, Pools pools) {
        this.store = store;
        this.pools = pools;
    }

    @Override
    public SetLogDeliveryConfigurationResponse run(SetLogDeliveryConfigurationRequest request, Call call) {
        PoolId id = new PoolId(request.userPoolId());
        pools.requireRegion(id, call);
        List<LogConfigurationType> configurations = request.logConfigurations();
        store.write(tx -> {
            LogRules.check(pools.require(tx, id), configurations);
            LogDeliveriesTable.replace(tx, id, configurations);
            return true;
        });
        return new SetLogDeliveryConfigurationResponse(new LogDeliveryConfigurationType(id.value(), configurations));
    }
}
