package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.CreateUserPoolReplicaRequest;
import dev.cognate.wire.model.CreateUserPoolReplicaResponse;

/** Makes the replica of a pool in another region; it has the pool's own tags. Reference: newer. */
final class CreateUserPoolReplica implements Operation<CreateUserPoolReplicaRequest, CreateUserPoolReplicaResponse> {
    private final Replicas replicas;
    private final Pools pools;

    CreateUserPoolReplica(Replicas replicas, Pools pools) {
        this.replicas = replicas;
        this.pools = pools;
    }

    @Override
    public CreateUserPoolReplicaResponse run(CreateUserPoolReplicaRequest request, Call call) {
        PoolId id = new PoolId(request.userPoolId());
        pools.requireRegion(id, call);
        TagRules.check(request.userPoolTags());
        return new CreateUserPoolReplicaResponse(replicas.create(id, request.regionName()));
    }
}
