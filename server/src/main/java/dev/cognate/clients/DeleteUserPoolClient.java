package dev.cognate.clients;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.NoOutput;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DeleteUserPoolClientRequest;
import java.util.List;

/** Deletes a client with its secrets. Reference: oauth-config B5. */
final class DeleteUserPoolClient implements Operation<DeleteUserPoolClientRequest, NoOutput> {
    private final Clients clients;
    private final Pools pools;
    private final List<Belongings> belongings;

    DeleteUserPoolClient(Clients clients, Pools pools, List<Belongings> belongings) {
        this.clients = clients;
        this.pools = pools;
        this.belongings = belongings;
    }

    @Override
    public NoOutput run(DeleteUserPoolClientRequest request, Call call) {
        PoolId pool = new PoolId(request.userPoolId());
        pools.requireRegion(pool, call);
        clients.delete(pool, new ClientId(request.clientId()), belongings);
        return new NoOutput();
    }
}
