/**
 * Codes on their way to users and back: sending one, refusing one, and pretending to send one to a name without a user.
 *
 * <p>{@link dev.cognate.verification.CodeSender} stores a code and its message in one transaction;
 * {@link dev.cognate.verification.Concealment} does as much work for nobody (PreventUserExistenceErrors);
 * {@link dev.cognate.verification.CodeFaults} are the refusals, {@link dev.cognate.verification.Overtaken} tells that a user
 * changed while a function was asked. Rooms whose operations send codes ({@code signup}, {@code users}, {@code passwords}) share
 * them.
 *
 * <p>Reference: lifecycle A5, A8 to A12.
 */
@NullMarked
package dev.cognate.verification;

import org.jspecify.annotations.NullMarked;
