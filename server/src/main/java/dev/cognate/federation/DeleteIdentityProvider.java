package dev.cognate.federation;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.NoOutput;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DeleteIdentityProviderRequest;

/** Deletes an identity provider; nobody signs in through it any more. Reference: oauth-config B9. */
final class DeleteIdentityProvider implements Operation<DeleteIdentityProviderRequest, NoOutput> {
    private final Store store;
    private final Pools pools;

    DeleteIdentityProvider(Store store, Pools pools) {
        this.store = store;
        this.pools = pools;
    }

    @Override
    public NoOutput run(DeleteIdentityProviderRequest request, Call call) {
        PoolId pool = pools.require(new PoolId(request.userPoolId()), call).id();
        if (!store.write(tx -> ProvidersTable.delete(tx, pool, request.providerName()))) {
            throw Texts.missing(request.providerName());
        }
        return new NoOutput();
    }
}
