package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.UpdateUserPoolRequest;
import dev.cognate.wire.model.UpdateUserPoolResponse;
import dev.cognate.wire.model.UserPoolType;

/**
 * Replaces what can change of a pool's configuration: what the request leaves out goes back to its default. Reference:
 * oauth-config B3.
 */
final class UpdateUserPool implements Operation<UpdateUserPoolRequest, UpdateUserPoolResponse> {
    private final Pools pools;
    private final PoolRules rules;
    private final SchemaUse use;

    UpdateUserPool(Pools pools, PoolRules rules, SchemaUse use) {
        this.pools = pools;
        this.rules = rules;
        this.use = use;
    }

    @Override
    public UpdateUserPoolResponse run(UpdateUserPoolRequest request, Call call) {
        PoolId id = new PoolId(request.userPoolId());
        pools.requireRegion(id, call);
        pools.change(id, use, before -> {
            UserPoolType asked = AskedPool.of(request, before.config());
            rules.checkChange(id.region(), asked, before);
            return PoolDefaults.complete(asked);
        });
        return new UpdateUserPoolResponse();
    }
}
