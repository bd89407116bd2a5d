package dev.cognate.clients;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.AddUserPoolClientSecretRequest;
import dev.cognate.wire.model.AddUserPoolClientSecretResponse;

/**
 * Gives a client another secret, which the request may bring along; from then on either is good. The answer is the only
 * place that shows it. Reference: oauth-config B6.
 */
final class AddUserPoolClientSecret
        implements Operation<AddUserPoolClientSecretRequest, AddUserPoolClientSecretResponse> {
    private final ClientSecrets secrets;
    private final Pools pools;

    AddUserPoolClientSecret(ClientSecrets secrets, Pools pools) {
        this.secrets = secrets;
        this.pools = pools;
    }

    @Override
    public AddUserPoolClientSecretResponse run(AddUserPoolClientSecretRequest request, Call call) {
        PoolId pool = new PoolId(request.userPoolId());
        pools.requireRegion(pool, call);
        return new AddUserPoolClientSecretResponse(
                secrets.add(pool, new ClientId(request.clientId()), request.clientSecret()));
    }
}
