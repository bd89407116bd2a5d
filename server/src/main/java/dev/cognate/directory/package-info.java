/**
 * The users of a pool as they are stored: finding one by any of its names, adding, changing, deleting one, its
 * attributes and their rules, and pages of many. Rooms with operations on users stand on it.
 *
 * <p>{@link dev.cognate.directory.Users} is the door; a {@link dev.cognate.directory.User} is one user as stored. A user
 * is found by <em>names</em>: the username, and each alias that is active (lifecycle A7, B3). A name is a row whose key is
 * the uniqueness rule, so two users can never hold the same one. Searching many users goes over rows of searchable
 * attributes and {@link dev.cognate.directory.UserFilter}, the filter language of lifecycle F12.
 *
 * <p>{@link dev.cognate.directory.NewUsers} adds users, {@link dev.cognate.directory.Deletion} deletes them with the
 * {@link dev.cognate.directory.Belongings} that other rooms keep, {@link dev.cognate.directory.AttributeRules} decides
 * what may be written (lifecycle C1 to C3), and {@link dev.cognate.directory.Shown} is how the API shows them.
 */
@NullMarked
package dev.cognate.directory;

import org.jspecify.annotations.NullMarked;
