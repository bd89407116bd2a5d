package dev.cognate.tokens;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import java.time.Instant;

/**
 * That a user proved who it is. Every token that follows from it, also by refreshing, is good only while it stands.
 *
 * @param pool the pool
 * @param sub the user
 * @param id its id, {@code event_id} in tokens
 * @param originJti the id of the tokens' common origin, a UUID
 * @param client through which client the user signed in
 * @param time when; {@code auth_time} in tokens
 * @param expires when the last token that may follow from it is over
 */
public record SignIn(
        PoolId pool, Sub sub, SignInId id, String originJti, ClientId client, Instant time, Instant expires) {}
