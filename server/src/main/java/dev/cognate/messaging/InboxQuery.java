package dev.cognate.messaging;

import dev.cognate.domain.PoolId;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of the inbox somebody wants to see.
 *
 * @param pool of this pool, null for all
 * @param username to the user of this real username, null for all
 * @param destination to exactly this email address or phone number, null for all
 * @param limit at most so many, between 1 and {@value #GREATEST_LIMIT}; what is outside counts as the nearest
 */
public record InboxQuery(
        @Nullable PoolId pool,
        @Nullable String username,
        @Nullable String destination,
        int limit) {
    /** The most messages that one query gives. */
    public static final int GREATEST_LIMIT = 1000;

    /** Moves the limit into its bounds. */
    public InboxQuery {
        limit = Math.clamp(limit, 1, GREATEST_LIMIT);
    }

    /** The newest messages of all pools. */
    public static InboxQuery newest(int limit) {
        return new InboxQuery(null, null, null, limit);
    }
}
