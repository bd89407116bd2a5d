package dev.cognate.pools;

import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.UpdateProvisionedLimitRequest;
import dev.cognate.wire.model.UpdateProvisionedLimitResponse;

/** Changes the rate of a category of operations in the request's region. Reference: newer. */
final class UpdateProvisionedLimit implements Operation<UpdateProvisionedLimitRequest, UpdateProvisionedLimitResponse> {
    private final ProvisionedLimits limits;

    UpdateProvisionedLimit(ProvisionedLimits limits) {
        this.limits = limits;
    }

    @Override
    public UpdateProvisionedLimitResponse run(UpdateProvisionedLimitRequest request, Call call) {
        ApiCategory category = ProvisionedLimits.category(request.limitDefinition());
        int rate = request.requestedLimitValue();
        limits.change(call.region(), category, rate);
        return new UpdateProvisionedLimitResponse(ProvisionedLimits.shown(category, rate));
    }
}
