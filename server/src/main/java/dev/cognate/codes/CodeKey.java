package dev.cognate.codes;

import dev.cognate.domain.PoolId;

/**
 * Whose code, and which.
 *
 * @param pool the pool of the user
 * @param subject the user's {@code sub}, or what {@link Codes#nobody} makes of a name without a user
 * @param kind what the code is good for
 */
public record CodeKey(PoolId pool, String subject, CodeKind kind) {}
