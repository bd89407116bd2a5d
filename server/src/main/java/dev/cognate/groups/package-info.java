/**
 * Groups of users: made and changed by administrators, and told to applications in tokens.
 *
 * <p>{@link dev.cognate.groups.Groups} is the door. A {@link dev.cognate.groups.Group} has a name that is unique in its
 * pool, and may have a role and a precedence; a <em>membership</em> ties a user to a group. Memberships name their group
 * by an id that is never given twice, so that deleting a group is one short transaction however many members it has:
 * with the group's own row every membership ends, and the rows that are left are cleared away in small steps.
 *
 * <p>The path of a request, for {@code AdminAddUserToGroup}: find the pool; find the user by username, alias or
 * {@code sub}; then, in one transaction, look at pool, group and user again, count the user's groups, add the row.
 *
 * <p>{@link dev.cognate.groups.Groups#claims} answers what tokens say of a user's groups: names and roles in order of
 * precedence, and the preferred role ({@link dev.cognate.groups.GroupClaims}).
 *
 * <p>Reference: lifecycle G, A12 (limits).
 */
@NullMarked
package dev.cognate.groups;

import org.jspecify.annotations.NullMarked;
