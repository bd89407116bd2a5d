package dev.cognate.clients;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DescribeUserPoolClientRequest;
import dev.cognate.wire.model.DescribeUserPoolClientResponse;

/** Shows a client as it is in the store now, with its secret. Reference: oauth-config B5. */
final class DescribeUserPoolClient implements Operation<DescribeUserPoolClientRequest, DescribeUserPoolClientResponse> {
    private final Clients clients;
    private final Pools pools;

    DescribeUserPoolClient(Clients clients, Pools pools) {
        this.clients = clients;
        this.pools = pools;
    }

    @Override
    public DescribeUserPoolClientResponse run(DescribeUserPoolClientRequest request, Call call) {
        PoolId pool = new PoolId(request.userPoolId());
        pools.requireRegion(pool, call);
        Client client = clients.read(pool, new ClientId(request.clientId()));
        return new DescribeUserPoolClientResponse(ShownClient.of(client));
    }
}
