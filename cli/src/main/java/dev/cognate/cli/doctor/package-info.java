/**
 * The command {@code cognate doctor}: what keeps users of an app client from signing in, and what to do about it.
 *
 * <p>{@link dev.cognate.cli.doctor.Doctor} asks the server for the pool, the app client and perhaps the user;
 * {@code Examination} looks at them, one question after the other, and notes each {@code Finding}.
 *
 * <p>Reference: oauth-config B1, B5, auth 1.
 */
@NullMarked
package dev.cognate.cli.doctor;

import org.jspecify.annotations.NullMarked;
