/**
 * Passwords: what a pool demands of them, and how they are kept.
 *
 * <p>A {@link dev.cognate.passwords.PasswordPolicy} names the first rule that a password breaks.
 * {@link dev.cognate.passwords.Passwords} keeps a password as an SRP verifier, sealed: sign-in by SRP and by plain
 * password both work from it, and the password itself is never stored.
 *
 * <p>Reference: lifecycle C5.
 */
@NullMarked
package dev.cognate.passwords;

import org.jspecify.annotations.NullMarked;
