/**
 * The command {@code cognate login}: signs a user in from the terminal, without the password ever leaving it.
 *
 * <p>{@link dev.cognate.cli.login.Login} reads the words; {@code SignIn} goes from challenge to challenge, {@code Responses}
 * has what is responded to each, out of the answers of the {@code Person} at the terminal or by {@code Srp}, the arithmetic
 * of the Secure Remote Password protocol as Amazon Cognito has it; {@code FactorSetup} sets up the second factor of who has
 * none. {@code NewDevice} makes this machine a {@code Device} that the pool knows again, kept in the {@code TokenFile}. The
 * calls themselves are {@code cognate cognito-idp}, run inside this process.
 *
 * <p>Reference: auth 6, 9, 10, 20.
 */
@NullMarked
package dev.cognate.cli.login;

import org.jspecify.annotations.NullMarked;
