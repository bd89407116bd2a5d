package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.messaging.DeliveryFailures;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DeliveryMediumType;
import dev.cognate.wire.model.DescribeUserPoolRequest;
import dev.cognate.wire.model.DescribeUserPoolResponse;
import dev.cognate.wire.model.UserPoolType;

/**
 * Shows a pool as it is in the store now, with the number of its users and what keeps it from sending. Reference:
 * oauth-config B1, lifecycle D5.
 */
final class DescribeUserPool implements Operation<DescribeUserPoolRequest, DescribeUserPoolResponse> {
    private final Pools pools;
    private final UserCounts counts;
    private final DeliveryFailures failures;

    DescribeUserPool(Pools pools, UserCounts counts, DeliveryFailures failures) {
        this.pools = pools;
        this.counts = counts;
        this.failures = failures;
    }

    @Override
    public DescribeUserPoolResponse run(DescribeUserPoolRequest request, Call call) {
        PoolId id = new PoolId(request.userPoolId());
        pools.requireRegion(id, call);
        Pool pool = pools.load(id);
        UserPoolType shown = pool.config().toBuilder()
                .estimatedNumberOfUsers(counts.of(id))
                .smsConfigurationFailure(failures.shown(id, DeliveryMediumType.SMS))
                .emailConfigurationFailure(failures.shown(id, DeliveryMediumType.EMAIL))
                .build();
        return new DescribeUserPoolResponse(shown);
    }
}
