package dev.cognate.clients;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DeleteUserPoolClientSecretRequest;
import dev.cognate.wire.model.DeleteUserPoolClientSecretResponse;

/** Takes one of two secrets from a client; the last one stays. Reference: oauth-config B6. */
final class DeleteUserPoolClientSecret
        implements Operation<DeleteUserPoolClientSecretRequest, DeleteUserPoolClientSecretResponse> {
    private final ClientSecrets secrets;
    private final Pools pools;

    DeleteUserPoolClientSecret(ClientSecrets secrets, Pools pools) {
        this.secrets = secrets;
        this.pools = pools;
    }

    @Override
    public DeleteUserPoolClientSecretResponse run(DeleteUserPoolClientSecretRequest request, Call call) {
        PoolId pool = new PoolId(request.userPoolId());
        pools.requireRegion(pool, call);
        secrets.delete(pool, new ClientId(request.clientId()), request.clientSecretId());
        return new DeleteUserPoolClientSecretResponse();
    }
}
