package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.GetLogDeliveryConfigurationRequest;
import dev.cognate.wire.model.GetLogDeliveryConfigurationResponse;
import dev.cognate.wire.model.LogConfigurationType;
import dev.cognate.wire.model.LogDeliveryConfigurationType;
import java.util.List;

/** Shows where a pool's logs are to go; an empty list for a pool that was never told. Reference: oauth-config B13. */
final class GetLogDeliveryConfiguration
        implements Operation<GetLogDeliveryConfigurationRequest, GetLogDeliveryConfigurationResponse> {
    private final Store store;
    private final Pools pools;

    GetLogDeliveryConfiguration(Store store, Pools pools) {
        this.store = store;
        this.pools = pools;
    }

    @Override
    public GetLogDeliveryConfigurationResponse run(GetLogDeliveryConfigurationRequest request, Call call) {
        PoolId id = new PoolId(request.userPoolId());
        pools.requireRegion(id, call);
        List<LogConfigurationType> configurations = store.read(tx -> {
            pools.require(tx, id);
            return LogDeliveriesTable.all(tx, id);
        });
        return new GetLogDeliveryConfigurationResponse(new LogDeliveryConfigurationType(id.value(), configurations));
    }
}
