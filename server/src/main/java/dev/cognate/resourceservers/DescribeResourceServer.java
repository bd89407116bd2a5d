package dev.cognate.resourceservers;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DescribeResourceServerRequest;
import dev.cognate.wire.model.DescribeResourceServerResponse;
import dev.cognate.wire.model.ResourceServerType;

/** Shows a resource server with its scopes. Reference: oauth-config B8. */
final class DescribeResourceServer implements Operation<DescribeResourceServerRequest, DescribeResourceServerResponse> {
    private final Store store;
    private final Pools pools;

    DescribeResourceServer(Store store, Pools pools) {
        this.store = store;
        this.pools = pools;
    }

    @Override
    public DescribeResourceServerResponse run(DescribeResourceServerRequest request, Call call) {
        PoolId pool = pools.require(new PoolId(request.userPoolId()), call).id();
        ResourceServerType server = store.read(tx -> ResourceServersTable.find(tx, pool, request.identifier()));
        if (server == null) {
            throw Texts.missing(request.identifier());
        }
        return new DescribeResourceServerResponse(server);
    }
}
