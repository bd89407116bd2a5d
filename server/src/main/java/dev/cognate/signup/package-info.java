/**
 * Signing up: a user registers, receives a code, asks for it again, confirms.
 *
 * <p>{@link dev.cognate.signup.Signup} is the door. The operations are {@link dev.cognate.signup.SignUp},
 * {@link dev.cognate.signup.ConfirmSignUp}, {@link dev.cognate.signup.ResendConfirmationCode} and the administrator's
 * {@link dev.cognate.signup.AdminConfirmSignUp}; a link in an e-mail confirms through {@link
 * dev.cognate.signup.Signup#confirmByLink}.
 *
 * <p>The path of a request, for {@code ResendConfirmationCode}: find the client, find the user by username, alias or
 * {@code sub}, check the secret hash; count the request against the hourly limit; look at the user's status; choose the
 * address ({@link dev.cognate.signup.CodeTarget}); ask the CustomMessage function if the pool has one; then, in one
 * transaction, make the new code the live one and put the message into the outbox ({@link
 * dev.cognate.signup.CodeSender}). Functions are never asked within a transaction.
 *
 * <p>Where the client's users may sign in by USER_AUTH, a {@link dev.cognate.signup.SignUpSessions session} leads from
 * SignUp over ConfirmSignUp into a sign-in without another challenge.
 *
 * <p>Where a client conceals whether users exist, {@link dev.cognate.signup.Concealment} gives a name without a user the
 * same treatment as one with a user: it is counted, it has a code (that no text matches), and it answers in the same
 * form.
 *
 * <p>Reference: lifecycle E1 to E3 (operations), F2, A8 (concealment), A10 (target), B2 and B3 (status, aliases).
 */
@NullMarked
package dev.cognate.signup;

import org.jspecify.annotations.NullMarked;
