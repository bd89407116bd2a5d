package dev.cognate.transfer;

import dev.cognate.domain.PoolId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A pool elsewhere.
 *
 * @param pool its id, which it keeps
 * @param endpoint where the API is, null for AWS's own in the region
 * @param region that requests are signed for
 */
public record RemoteSource(PoolId pool, @Nullable URI endpoint, String region) {}
