/**
 * What browsers see: so far, the page that a confirmation link opens.
 *
 * <p>{@link dev.cognate.hosted.ConfirmUserPage} confirms a sign-up through the door of {@code signup} and says what
 * became of it. Pages work without JavaScript, name no other host, and are not kept by caches: their address holds a
 * code. Reference: lifecycle D4.
 */
@NullMarked
package dev.cognate.hosted;

import org.jspecify.annotations.NullMarked;
