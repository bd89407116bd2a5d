package dev.cognate.messaging;

import dev.cognate.domain.PoolId;
import java.time.Instant;

/**
 * A message that could not be delivered and is not tried any more. Its text stays sealed.
 *
 * @param id the message's id
 * @param pool the user's pool
 * @param createdAt when the message was made
 * @param attempts how often it was tried
 * @param error what went wrong the last time; holds neither code nor link
 */
public record DeadLetter(String id, PoolId pool, Instant createdAt, int attempts, String error) {}
