package dev.cognate.pools;

import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.GetProvisionedLimitRequest;
import dev.cognate.wire.model.GetProvisionedLimitResponse;

/** Shows the rate of a category of operations in the request's region. Reference: newer. */
final class GetProvisionedLimit implements Operation<GetProvisionedLimitRequest, GetProvisionedLimitResponse> {
    private final ProvisionedLimits limits;

    GetProvisionedLimit(ProvisionedLimits limits) {
        this.limits = limits;
    }

    @Override
    public GetProvisionedLimitResponse run(GetProvisionedLimitRequest request, Call call) {
        ApiCategory category = ProvisionedLimits.category(request.limitDefinition());
        return new GetProvisionedLimitResponse(ProvisionedLimits.shown(category, limits.rate(call.region(), category)));
    }
}
