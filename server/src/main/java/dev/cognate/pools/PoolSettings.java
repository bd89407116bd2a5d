package dev.cognate.pools;

import java.time.Duration;

/**
 * What a server decides about all its pools.
 *
 * @param account the account's id, twelve digits, that stands in every ARN
 * @param cache how far behind the store a node's copy of a pool or client may be; zero for no copies
 * @param quotas how many pools there may be, and how much of a pool's own
 */
public record PoolSettings(String account, Duration cache, ResourceQuotas quotas) {
    /** With the quotas of a server of one's own. */
    public PoolSettings(String account, Duration cache) {
        this(account, cache, ResourceQuotas.OWN);
    }
}
