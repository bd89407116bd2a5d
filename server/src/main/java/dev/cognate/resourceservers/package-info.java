/**
 * Resource servers: the APIs that a pool's access tokens are made for, each with its scopes.
 *
 * <p>{@link dev.cognate.resourceservers.ResourceServers} is the door. A resource server has an identifier that is unique
 * in its pool and never changes, a name, and scopes; {@code <identifier>/<scope>} is what a client asks for, may be
 * allowed, and finds in its tokens.
 *
 * <p>A change replaces name and scopes. A scope that is gone stays in the lists of the clients that had it, without
 * effect: whoever grants a scope asks {@link dev.cognate.resourceservers.ResourceServers#hasScope} in its own
 * transaction.
 *
 * <p>Reference: oauth-config B8, B17, C10.
 */
@NullMarked
package dev.cognate.resourceservers;

import org.jspecify.annotations.NullMarked;
