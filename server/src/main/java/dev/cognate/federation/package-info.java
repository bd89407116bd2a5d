/**
 * Identity providers: where users of a pool come from that have their account elsewhere.
 *
 * <p>{@link dev.cognate.federation.IdentityProviders} is the door. A {@link dev.cognate.federation.Provider} has a name
 * that is unique in its pool and never changes, a type, a mapping of its claims to attributes, further identifiers that
 * find it, and <em>details</em>: what its type needs ({@code SocialDetails}, {@code OidcDetails}, {@code SamlDetails}),
 * completed by what the service knows of it or reads from its discovery or metadata document. Details hold secrets, so
 * they are sealed.
 *
 * <p>The path of a request, for {@code CreateIdentityProvider}: find the pool; look at name, mapping and identifiers;
 * complete the details, for which a document may be fetched ({@link dev.cognate.outgoing}); then add the provider and its
 * identifiers in one transaction.
 *
 * <p>Clients name the providers that they offer. The name of one that was deleted stays in their lists without effect.
 *
 * <p>Reference: oauth-config B9, B17, C12 to C14, newer ("AcrMapping").
 */
@NullMarked
package dev.cognate.federation;

import org.jspecify.annotations.NullMarked;
