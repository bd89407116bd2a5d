package dev.cognate.pools;

import java.time.Duration;

/**
 * What a server decides about all its pools.
 *
 * @param account the account's id, twelve digits, that stands in every ARN
 * @param cache how far behind the store a node's copy of a pool or client may be; zero for no copies
 */
public record PoolSettings(String account, Duration cache) {}
