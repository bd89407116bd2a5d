package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;
import dev.cognate.wire.model.UserPoolTierType;
import java.util.List;

/** Tells, from a room that stands above this one, which features of a higher tier it keeps for a pool. */
@FunctionalInterface
public interface TierUse {
    /**
     * What stands in the way of a lower tier: what the room would refuse to set in it.
     *
     * @return the features by the names that refusals give them, often none
     */
    List<String> above(Tx tx, PoolId pool, UserPoolTierType tier);
}
