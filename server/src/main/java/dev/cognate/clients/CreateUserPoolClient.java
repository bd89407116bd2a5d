package dev.cognate.clients;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.CreateUserPoolClientRequest;
import dev.cognate.wire.model.CreateUserPoolClientResponse;

/** Creates a client of a pool. Reference: oauth-config B5. */
final class CreateUserPoolClient implements Operation<CreateUserPoolClientRequest, CreateUserPoolClientResponse> {
    private final Clients clients;
    private final Pools pools;

    CreateUserPoolClient(Clients clients, Pools pools) {
        this.clients = clients;
        this.pools = pools;
    }

    @Override
    public CreateUserPoolClientResponse run(CreateUserPoolClientRequest request, Call call) {
        pools.requireRegion(new PoolId(request.userPoolId()), call);
        return new CreateUserPoolClientResponse(ShownClient.of(clients.create(request)));
    }
}
