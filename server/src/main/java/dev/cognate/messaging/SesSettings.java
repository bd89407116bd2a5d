package dev.cognate.messaging;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where SES is, and in whose name it sends for pools that name nobody.
 *
 * @param endpoint the base URL, null for AWS's own in each region
 * @param region the region for pools without an identity of their own, null for the pool's
 * @param from the From address of pools that have none of their own, with or without a name
 */
public record SesSettings(@Nullable URI endpoint, @Nullable String region, String from) {}
