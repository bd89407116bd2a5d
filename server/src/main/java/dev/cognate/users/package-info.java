/**
 * The operations that create, show, list and delete users; {@link dev.cognate.users.UserOperations} is the door. The users
 * themselves are in {@code dev.cognate.directory}.
 *
 * <p>Reference: lifecycle F1, F5, F8, F12.
 */
@NullMarked
package dev.cognate.users;

import org.jspecify.annotations.NullMarked;
