package dev.cognate.clients;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.UpdateUserPoolClientRequest;
import dev.cognate.wire.model.UpdateUserPoolClientResponse;
import dev.cognate.wire.model.UserPoolClientType;

/**
 * Replaces a client's configuration: what the request leaves out goes back to its default; the secret stays. Reference:
 * oauth-config B5.
 */
final class UpdateUserPoolClient implements Operation<UpdateUserPoolClientRequest, UpdateUserPoolClientResponse> {
    private final Clients clients;
    private final Pools pools;

    UpdateUserPoolClient(Clients clients, Pools pools) {
        this.clients = clients;
        this.pools = pools;
    }

    @Override
    public UpdateUserPoolClientResponse run(UpdateUserPoolClientRequest request, Call call) {
        PoolId pool = new PoolId(request.userPoolId());
        pools.requireRegion(pool, call);
        Client changed =
                clients.change(pool, new ClientId(request.clientId()), (tx, before) -> replaced(tx, before, request));
        return new UpdateUserPoolClientResponse(ShownClient.of(changed));
    }

    private static Client replaced(Tx tx, Client before, UpdateUserPoolClientRequest request) {
        UserPoolClientType asked = AskedClient.of(request, before.config());
        ClientRules.check(tx, asked, before.pool(), !before.secrets().isEmpty());
        return new Client(before.id(), before.pool(), ClientDefaults.complete(asked), before.secrets());
    }
}
