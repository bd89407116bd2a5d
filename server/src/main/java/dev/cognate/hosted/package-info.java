/**
 * What is open to everybody over HTTP: the page that a confirmation link opens, and the keys that check tokens.
 *
 * <p>{@link dev.cognate.hosted.ConfirmUserPage} confirms a sign-up through the door of {@code signup} and says what
 * became of it; {@link dev.cognate.hosted.KeySetPage} shows a pool's keys. Pages work without JavaScript, name no other host, and are not kept by caches: their address holds a
 * code. Reference: lifecycle D4, auth 15.
 */
@NullMarked
package dev.cognate.hosted;

import org.jspecify.annotations.NullMarked;
