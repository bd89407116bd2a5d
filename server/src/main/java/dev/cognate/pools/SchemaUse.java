package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;

/** Tells, from a room that stands above this one, whether a pool must keep its configuration for now. */
@FunctionalInterface
public interface SchemaUse {
    /** Nobody stands in the way of any change. */
    SchemaUse NONE = (_, _) -> false;

    /** Whether a user import job of the pool is under way. Reference: lifecycle H, C2; oauth-config B3. */
    boolean byImport(Tx tx, PoolId pool);
}
