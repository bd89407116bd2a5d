/**
 * What leaves this machine over HTTP.
 *
 * <p>{@link dev.cognate.outgoing.Posts} sends to places that the operator chose: functions, providers of e-mail and SMS,
 * KMS. Time and size are bounded, redirections are not followed.
 *
 * <p>{@link dev.cognate.outgoing.Documents} fetches what a user of the API names: metadata and discovery documents of
 * identity providers. Whoever may configure a pool chooses the URL, so the request must not lead into the server's own
 * network. It takes {@code https} URLs, looks the host up once, refuses it unless every address is a public one ({@code
 * PublicAddress}), and connects to that very address, so that a name that resolves differently the second time gains
 * nothing. The JDK's HTTP client cannot be told an address; hence Apache's, in {@code Exchange}. Time, size and the number
 * of redirections are bounded; each redirection is looked at like the first URL.
 *
 * <p>A setting lets documents come from private addresses, also without TLS, for identity providers on one's own machine.
 */
@NullMarked
package dev.cognate.outgoing;

import org.jspecify.annotations.NullMarked;
