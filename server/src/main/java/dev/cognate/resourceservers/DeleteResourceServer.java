package dev.cognate.resourceservers;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.NoOutput;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DeleteResourceServerRequest;

/** Deletes a resource server; its scopes are no longer granted to any client. Reference: oauth-config B8. */
final class DeleteResourceServer implements Operation<DeleteResourceServerRequest, NoOutput> {
    private final Store store;
    private final Pools pools;

    DeleteResourceServer(Store store, Pools pools) {
        this.store = store;
        this.pools = pools;
    }

    @Override
    public NoOutput run(DeleteResourceServerRequest request, Call call) {
        PoolId pool = pools.require(new PoolId(request.userPoolId()), call).id();
        if (!store.write(tx -> ResourceServersTable.delete(tx, pool, request.identifier()))) {
            throw Texts.missing(request.identifier());
        }
        return new NoOutput();
    }
}
