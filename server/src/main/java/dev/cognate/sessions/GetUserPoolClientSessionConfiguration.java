package dev.cognate.sessions;

import dev.cognate.clients.Clients;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.GetUserPoolClientSessionConfigurationRequest;
import dev.cognate.wire.model.GetUserPoolClientSessionConfigurationResponse;

/** Shows how long a client reuses an SSO session. Reference: newer. */
final class GetUserPoolClientSessionConfiguration
        implements Operation<
                GetUserPoolClientSessionConfigurationRequest, GetUserPoolClientSessionConfigurationResponse> {
    private final Store store;
    private final Pools pools;
    private final Clients clients;

    GetUserPoolClientSessionConfiguration(Store store, Pools pools, Clients clients) {
        this.store = store;
        this.pools = pools;
        this.clients = clients;
    }

    @Override
    public GetUserPoolClientSessionConfigurationResponse run(
            GetUserPoolClientSessionConfigurationRequest request, Call call) {
        PoolId pool = new PoolId(request.userPoolId());
        ClientId client = new ClientId(request.clientId());
        pools.requireRegion(pool, call);
        return store.read(tx -> new GetUserPoolClientSessionConfigurationResponse(
                pool.value(), client.value(), SessionSettings.ofClient(tx, clients.require(tx, pool, client))));
    }
}
