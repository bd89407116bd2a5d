package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DescribeUserPoolRequest;
import dev.cognate.wire.model.DescribeUserPoolResponse;
import dev.cognate.wire.model.UserPoolType;

/** Shows a pool as it is in the store now, with the number of its users. Reference: oauth-config B1. */
final class DescribeUserPool implements Operation<DescribeUserPoolRequest, DescribeUserPoolResponse> {
    private final Pools pools;
    private final UserCounts counts;

    DescribeUserPool(Pools pools, UserCounts counts) {
        this.pools = pools;
        this.counts = counts;
    }

    @Override
    public DescribeUserPoolResponse run(DescribeUserPoolRequest request, Call call) {
        PoolId id = new PoolId(request.userPoolId());
        pools.requireRegion(id, call);
        Pool pool = pools.load(id);
        UserPoolType shown =
                pool.config().toBuilder().estimatedNumberOfUsers(counts.of(id)).build();
        return new DescribeUserPoolResponse(shown);
    }
}
