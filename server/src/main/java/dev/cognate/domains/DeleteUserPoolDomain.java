package dev.cognate.domains;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DeleteUserPoolDomainRequest;
import dev.cognate.wire.model.DeleteUserPoolDomainResponse;
import dev.cognate.wire.model.UserPoolType;

/** Takes a domain away from a pool; its name is free at once. Reference: oauth-config B7. */
final class DeleteUserPoolDomain implements Operation<DeleteUserPoolDomainRequest, DeleteUserPoolDomainResponse> {
    private final Pools pools;

    DeleteUserPoolDomain(Pools pools) {
        this.pools = pools;
    }

    @Override
    public DeleteUserPoolDomainResponse run(DeleteUserPoolDomainRequest request, Call call) {
        PoolId pool = new PoolId(request.userPoolId());
        pools.requireRegion(pool, call);
        DomainName name = DomainName.of(pool.region(), request.domain());
        pools.write(pool, tx -> {
            remove(tx, pool, name);
            return name;
        });
        return new DeleteUserPoolDomainResponse();
    }

    private void remove(Tx tx, PoolId pool, DomainName name) {
        Given.require(tx, pool, name);
        DomainsTable.delete(tx, name);
        UserPoolType shown = pools.require(tx, pool).config();
        if (name.isCustom()) {
            pools.setDomains(tx, pool, shown.domain(), null);
        } else {
            pools.setDomains(tx, pool, null, shown.customDomain());
        }
    }
}
