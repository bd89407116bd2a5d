package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.UpdateUserPoolRequest;
import dev.cognate.wire.model.UpdateUserPoolResponse;
import dev.cognate.wire.model.UserPoolType;

/**
 * Replaces what can change of a pool's configuration: what the request leaves out goes back to its default. What is asked
 * for is held to the rules of a pool first; then, where the tier gets lower, what belongs to the pool is held to the tier.
 * Reference: oauth-config B3, B18.
 */
final class UpdateUserPool implements Operation<UpdateUserPoolRequest, UpdateUserPoolResponse> {
    private final Pools pools;
    private final PoolRules rules;
    private final SchemaUse use;
    private final TierChange tiers;

    UpdateUserPool(Pools pools, PoolRules rules, SchemaUse use, TierChange tiers) {
        this.pools = pools;
        this.rules = rules;
        this.use = use;
        this.tiers = tiers;
    }

    @Override
    public UpdateUserPoolResponse run(UpdateUserPoolRequest request, Call call) {
        PoolId id = new PoolId(request.userPoolId());
        pools.requireRegion(id, call);
        pools.change(id, use, (tx, before) -> {
            UserPoolType asked = AskedPool.of(request, before.config());
            rules.checkChange(id.region(), asked, before);
            UserPoolType after = PoolDefaults.complete(asked);
            tiers.check(tx, before, new Pool(id, after).tier());
            return after;
        });
        return new UpdateUserPoolResponse();
    }
}
