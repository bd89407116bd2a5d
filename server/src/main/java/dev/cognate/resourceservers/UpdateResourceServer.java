package dev.cognate.resourceservers;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.ResourceServerType;
import dev.cognate.wire.model.UpdateResourceServerRequest;
import dev.cognate.wire.model.UpdateResourceServerResponse;

/**
 * Replaces name and scopes of a resource server: a scope that the request does not list is gone. Reference: oauth-config
 * B8.
 */
final class UpdateResourceServer implements Operation<UpdateResourceServerRequest, UpdateResourceServerResponse> {
    private final Store store;
    private final Pools pools;

    UpdateResourceServer(Store store, Pools pools) {
        this.store = store;
        this.pools = pools;
    }

    @Override
    public UpdateResourceServerResponse run(UpdateResourceServerRequest request, Call call) {
        PoolId pool = pools.require(new PoolId(request.userPoolId()), call).id();
        ResourceServerType server = ResourceServerType.builder()
                .userPoolId(pool.value())
                .identifier(request.identifier())
                .name(request.name())
                .scopes(Scopes.of(request.scopes()))
                .build();
        if (!store.write(tx -> ResourceServersTable.update(tx, pool, server))) {
            throw Texts.missing(request.identifier());
        }
        return new UpdateResourceServerResponse(server);
    }
}
