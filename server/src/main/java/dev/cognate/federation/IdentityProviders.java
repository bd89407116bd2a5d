package dev.cognate.federation;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;

/** The door to identity providers. */
public final class IdentityProviders {
    private IdentityProviders() {}

    /** Whether the pool has an identity provider of that name, as the transaction sees it. */
    public static boolean exists(Tx tx, PoolId pool, String name) {
        return tx.first("SELECT name FROM identity_providers WHERE pool_id = ? AND name = ?", row -> row.string(1), pool.value(), name) != null;
    }
}
