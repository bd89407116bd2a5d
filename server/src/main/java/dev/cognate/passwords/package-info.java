/**
 * Passwords: what a pool demands of them, how they are kept, and the operations that set them.
 *
 * <p>{@link dev.cognate.passwords.PasswordOperations} is the door to the operations: an administrator sets or resets a
 * password, a user who forgot it sets another one by code, a signed-in user changes it. Other rooms use the nouns:
 *
 * <ul>
 *   <li>{@link dev.cognate.passwords.Passwords} keeps a password as an SRP verifier, sealed: sign-in by SRP and by plain
 *       password both work from it, and the password itself is never stored.
 *   <li>{@link dev.cognate.passwords.PasswordPolicy} names the first rule that a password breaks.
 *   <li>{@link dev.cognate.passwords.NewPasswords} gives a user another password: policy, history, status, in two steps of
 *       which the slow one comes before the transaction.
 *   <li>{@link dev.cognate.passwords.TemporaryPasswords} makes those that an administrator hands out, and knows when they
 *       expire.
 * </ul>
 *
 * <p>The path of a request, for {@code ConfirmForgotPassword}: find the client and the user; in one transaction count the
 * try, look at the status and the code; check policy and history and make the verifier; then, in one transaction, look at
 * the code again, replace the password, move the user to the next status and kill the code; then tell the function.
 * Where a user goes is decided by {@link dev.cognate.directory.StatusChange}.
 *
 * <p>Reference: lifecycle B2 (status), C5 and C6 (policy, history), E4, E5, E10, F3, F4, A8 (concealment), A12 (limits), I9
 * (migration).
 */
@NullMarked
package dev.cognate.passwords;

import org.jspecify.annotations.NullMarked;
