/**
 * What users and administrators do to users: creating, showing, changing, disabling and deleting them.
 *
 * <p>{@link dev.cognate.users.UserOperations} is the door; the users themselves are in {@code dev.cognate.directory}. An
 * operation of a user begins with {@code AccessTokens.require}, one of an administrator with the pool and the name; then
 * both go the same way.
 *
 * <p>The path of {@code UpdateUserAttributes} and its twins: {@code AttributeChange} is what the request wants;
 * {@code AttributePlan} is what that makes of the user (which address is stored, which waits in {@code PendingTable}, which
 * gets a code); {@code AttributeUpdate} asks functions for the texts of messages, then, in one transaction, carries the plan
 * out if the user is still the one it was made for, and makes another plan if not. Names follow from attributes
 * ({@code Users.rename}), so aliases come and go with them.
 *
 * <p>A code proves the address that it was sent to and no other: whoever changes an address kills the codes for the old
 * one, and {@code GetUserAttributeVerificationCode} stores none for an address that changed meanwhile.
 *
 * <p>{@code AdminCreateUser} makes a user and then writes the {@code Invitations}; {@code NewInvitation} replaces password
 * and message together.
 *
 * <p>{@code Identities} keeps the links to users of identity providers, {@code MfaOptions} the older setting for codes by
 * SMS.
 *
 * <p>Reference: lifecycle E6 to E9, E11, E12, F1, F5 to F12, B3, C3, C4; auth 27.
 */
@NullMarked
package dev.cognate.users;

import org.jspecify.annotations.NullMarked;
