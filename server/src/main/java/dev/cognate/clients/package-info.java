/**
 * App clients: through which a pool's users sign up and sign in.
 *
 * <p>Nouns:
 *
 * <ul>
 *   <li>{@link dev.cognate.clients.Clients}: the door. Every unsigned request names only its client; here it finds the
 *       client and with it the pool, from a cache that is at most as old as the pools' own.
 *   <li>{@link dev.cognate.clients.Client}: one client with its pool and its secrets; it checks secret hashes and knows
 *       which attributes it may read and write.
 * </ul>
 *
 * <p>The path of one request, a CreateUserPoolClient: {@code AskedClient} brings the request into the form of a client,
 * {@code ClientRules} refuses what the service refuses (one small class for each topic, in the order of the reference's
 * table), {@code ClientDefaults} fills in what was left out; then one transaction, in which the pool is read, takes the
 * client's id in the directory, its configuration, and its secret, sealed.
 *
 * <p>Secrets are in the store only as sealed bytes, in memory only inside a {@code Client}, and in the answers of
 * CreateUserPoolClient, DescribeUserPoolClient and UpdateUserPoolClient, as the service has it.
 *
 * <p>Reference: oauth-config B5, B6, B17; lifecycle A5.
 */
@NullMarked
package dev.cognate.clients;

import org.jspecify.annotations.NullMarked;
