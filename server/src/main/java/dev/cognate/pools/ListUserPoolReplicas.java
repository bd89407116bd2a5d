package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.ListUserPoolReplicasRequest;
import dev.cognate.wire.model.ListUserPoolReplicasResponse;

/** Lists the regions of a pool: its own, which is the primary one, and that of its replica. Reference: newer. */
final class ListUserPoolReplicas implements Operation<ListUserPoolReplicasRequest, ListUserPoolReplicasResponse> {
    private final Replicas replicas;
    private final Pools pools;

    ListUserPoolReplicas(Replicas replicas, Pools pools) {
        this.replicas = replicas;
        this.pools = pools;
    }

    @Override
    public ListUserPoolReplicasResponse run(ListUserPoolReplicasRequest request, Call call) {
        PoolId id = new PoolId(request.userPoolId());
        pools.requireRegion(id, call);
        if (request.nextToken() != null) {
            // Two regions never need a second page, so no token was ever issued.
            throw new InvalidParameterException(Texts.BAD_PAGE_TOKEN);
        }
        return new ListUserPoolReplicasResponse(replicas.list(id), null);
    }
}
