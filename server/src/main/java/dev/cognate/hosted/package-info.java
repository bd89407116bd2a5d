/**
 * What is open over HTTP beside the API: the page that a confirmation link opens, the keys that check tokens, uploads of
 * import jobs, and the inbox of a server for development.
 *
 * <p>{@link dev.cognate.hosted.ConfirmUserPage} confirms a sign-up through the door of {@code signup} and says what
 * became of it; {@link dev.cognate.hosted.WellKnownPage} shows a pool's keys. Pages work without JavaScript, name no other
 * host, and are not kept by caches: their address holds a code. Reference: lifecycle D4, auth 15.
 *
 * <p>{@link dev.cognate.hosted.InboxPage} shows the messages that arrived in the inbox, {@link
 * dev.cognate.hosted.LocalOnly} keeps pages of other sites from it.
 */
@NullMarked
package dev.cognate.hosted;

import org.jspecify.annotations.NullMarked;
