/**
 * The users of a pool: finding one by any of its names, its attributes and their rules, and the operations that show,
 * list and delete users.
 *
 * <p>{@link dev.cognate.users.Users} is the door; a {@link dev.cognate.users.User} is one user as stored. A user is found
 * by <em>names</em>: the username, and each alias that is active (lifecycle A7, B3). A name is a row whose key is the
 * uniqueness rule, so two users can never hold the same one. Searching many users ({@code ListUsers}) goes over rows of
 * searchable attributes and {@link dev.cognate.users.UserFilter}, the filter language of lifecycle F12.
 *
 * <p>{@link dev.cognate.users.AttributeRules} decides what may be written (lifecycle C1 to C3).
 */
@NullMarked
package dev.cognate.users;

import org.jspecify.annotations.NullMarked;
