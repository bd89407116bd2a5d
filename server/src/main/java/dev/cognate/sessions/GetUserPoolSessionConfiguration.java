package dev.cognate.sessions;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.GetUserPoolSessionConfigurationRequest;
import dev.cognate.wire.model.GetUserPoolSessionConfigurationResponse;
import dev.cognate.wire.model.SetUserPoolSessionConfigurationRequest;

/** Shows whether and how a pool tracks sessions. Reference: newer. */
final class GetUserPoolSessionConfiguration
        implements Operation<GetUserPoolSessionConfigurationRequest, GetUserPoolSessionConfigurationResponse> {
    private final Store store;
    private final Pools pools;

    GetUserPoolSessionConfiguration(Store store, Pools pools) {
        this.store = store;
        this.pools = pools;
    }

    @Override
    public GetUserPoolSessionConfigurationResponse run(GetUserPoolSessionConfigurationRequest request, Call call) {
        PoolId pool = new PoolId(request.userPoolId());
        pools.requireRegion(pool, call);
        SetUserPoolSessionConfigurationRequest set = store.read(tx -> {
            pools.require(tx, pool);
            return SessionSettings.ofPool(tx, pool);
        });
        return new GetUserPoolSessionConfigurationResponse(pool.value(), set.userSessionTracking(), set.tokenSession());
    }
}
