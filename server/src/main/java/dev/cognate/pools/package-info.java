/**
 * User pools: their configuration, their schema, their life from CreateUserPool to the purge after DeleteUserPool.
 *
 * <p>Nouns:
 *
 * <ul>
 *   <li>{@link dev.cognate.pools.Pools}: the door. Every request of every room finds its pool here, from a cache that
 *       is at most {@link dev.cognate.pools.PoolSettings#cache} behind the store.
 *   <li>{@link dev.cognate.pools.Pool}: one pool as the rooms want to ask it, made once from its stored configuration.
 *   <li>{@link dev.cognate.pools.Schema}: the attributes that users of a pool can have.
 *   <li>{@link dev.cognate.pools.PageTokens}: the sealed tokens of every paginated list, of other rooms too.
 * </ul>
 *
 * <p>The path of one request, an UpdateUserPool: the operation asks {@code Pools.change} for one transaction that reads
 * the stored configuration, {@code AskedPool} lays the request over what cannot change, {@code PoolRules} refuses what the
 * service refuses (one small class for each topic, in the order of the reference's table), {@code PoolDefaults} fills in
 * what was left out, and the table takes the result. The cache of this node forgets the pool, so the next request
 * sees the change; other nodes see it when their copy is too old.
 *
 * <p>A pool is stored as the {@code UserPoolType} that DescribeUserPool answers with, complete with its defaults, so
 * that no later version of this program changes what an existing pool does. Only the estimated number of users is
 * counted when asked for.
 *
 * <p>DeleteUserPool takes the pool and its clients away in one transaction; what a million users leave behind is
 * cleared by {@code Purge} in small ones, and after a kill at the next start.
 *
 * <p>Reference: oauth-config B1 to B4 and B16 to B18, lifecycle B3, C1, C2, C5, D1, D5, newer ("New members").
 */
@NullMarked
package dev.cognate.pools;

import org.jspecify.annotations.NullMarked;
