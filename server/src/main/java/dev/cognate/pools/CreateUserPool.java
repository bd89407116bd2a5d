package dev.cognate.pools;

import dev.cognate.crypto.Randomness;
import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.CreateUserPoolRequest;
import dev.cognate.wire.model.CreateUserPoolResponse;
import dev.cognate.wire.model.UserPoolType;

/** Creates a pool in the region of the request. Reference: oauth-config B1, B2. */
final class CreateUserPool implements Operation<CreateUserPoolRequest, CreateUserPoolResponse> {
    private final Pools pools;
    private final Randomness randomness;

    CreateUserPool(Pools pools, Randomness randomness) {
        this.pools = pools;
        this.randomness = randomness;
    }

    @Override
    public CreateUserPoolResponse run(CreateUserPoolRequest request, Call call) {
        PoolRules.checkRegion(call.region());
        Pool created = null;
        while (created == null) {
            PoolId id = new PoolId(call.region() + "_" + randomness.poolSuffix());
            created = pools.createUnlessTaken(id, request);
        }
        UserPoolType shown =
                created.config().toBuilder().estimatedNumberOfUsers(0).build();
        return new CreateUserPoolResponse(shown);
    }
}
