package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DeleteUserPoolReplicaRequest;
import dev.cognate.wire.model.DeleteUserPoolReplicaResponse;

/** Deletes the replica of a pool once it is inactive. Reference: newer. */
final class DeleteUserPoolReplica implements Operation<DeleteUserPoolReplicaRequest, DeleteUserPoolReplicaResponse> {
    private final Replicas replicas;
    private final Pools pools;

    DeleteUserPoolReplica(Replicas replicas, Pools pools) {
        this.replicas = replicas;
        this.pools = pools;
    }

    @Override
    public DeleteUserPoolReplicaResponse run(DeleteUserPoolReplicaRequest request, Call call) {
        PoolId id = new PoolId(request.userPoolId());
        pools.requireRegion(id, call);
        return new DeleteUserPoolReplicaResponse(replicas.delete(id, request.regionName()));
    }
}
