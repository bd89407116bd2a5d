package dev.cognate.clients;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.ListUserPoolClientSecretsRequest;
import dev.cognate.wire.model.ListUserPoolClientSecretsResponse;

/** Lists a client's secrets, oldest first, without the secrets themselves. Reference: oauth-config B6. */
final class ListUserPoolClientSecrets
        implements Operation<ListUserPoolClientSecretsRequest, ListUserPoolClientSecretsResponse> {
    private final ClientSecrets secrets;
    private final Pools pools;

    ListUserPoolClientSecrets(ClientSecrets secrets, Pools pools) {
        this.secrets = secrets;
        this.pools = pools;
    }

    @Override
    public ListUserPoolClientSecretsResponse run(ListUserPoolClientSecretsRequest request, Call call) {
        PoolId pool = new PoolId(request.userPoolId());
        pools.requireRegion(pool, call);
        if (request.nextToken() != null) {
            // Two secrets never need a second page, so no token was ever issued.
            throw new InvalidParameterException(Texts.BAD_PAGE_TOKEN);
        }
        return new ListUserPoolClientSecretsResponse(secrets.list(pool, new ClientId(request.clientId())), null);
    }
}
