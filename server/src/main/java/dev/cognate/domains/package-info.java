/**
 * Domains: where browsers find a pool's pages and OAuth2 endpoints.
 *
 * <p>{@link dev.cognate.domains.Domains} is the door. A pool has at most one <em>prefix</em> ({@code people} in {@code
 * people.auth.us-east-1.amazoncognito.com}), taken once in its region, and at most one <em>custom</em> domain, taken once
 * altogether; {@link dev.cognate.domains.DomainName} tells them apart and knows which names are good. {@link
 * dev.cognate.domains.Domain} is one that was given.
 *
 * <p>Nothing has to be built before a domain works, so it is {@code ACTIVE} as soon as it is created. The pool's own
 * configuration names its domains: each change writes both in one transaction, and a pool with a domain is not deleted.
 *
 * <p>Reference: oauth-config B7, B4, B20, C1.
 */
@NullMarked
package dev.cognate.domains;

import org.jspecify.annotations.NullMarked;
