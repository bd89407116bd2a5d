package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.ReplicaStatusType;
import dev.cognate.wire.model.UpdateReplicaStatusType;
import dev.cognate.wire.model.UpdateUserPoolReplicaRequest;
import dev.cognate.wire.model.UpdateUserPoolReplicaResponse;

/** Activates or deactivates the replica of a pool. Reference: newer. */
final class UpdateUserPoolReplica implements Operation<UpdateUserPoolReplicaRequest, UpdateUserPoolReplicaResponse> {
    private final Replicas replicas;
    private final Pools pools;

    UpdateUserPoolReplica(Replicas replicas, Pools pools) {
        this.replicas = replicas;
        this.pools = pools;
    }

    @Override
    public UpdateUserPoolReplicaResponse run(UpdateUserPoolReplicaRequest request, Call call) {
        PoolId id = new PoolId(request.userPoolId());
        pools.requireRegion(id, call);
        return new UpdateUserPoolReplicaResponse(replicas.change(id, request.regionName(), status(request.status())));
    }

    private static ReplicaStatusType status(UpdateReplicaStatusType asked) {
        return switch (asked) {
            case ACTIVE -> ReplicaStatusType.ACTIVE;
            case INACTIVE -> ReplicaStatusType.INACTIVE;
        };
    }
}
