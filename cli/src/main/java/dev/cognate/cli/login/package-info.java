/**
 * The command {@code cognate login}: signs a user in from the terminal, without the password ever leaving it.
 *
 * <p>{@link dev.cognate.cli.login.Login} reads the words and asks for the password; {@code SignIn} goes from challenge to
 * challenge; {@code Srp} is the arithmetic of the Secure Remote Password protocol as Amazon Cognito has it; the calls
 * themselves are {@code cognate cognito-idp}, run inside this process.
 *
 * <p>Reference: auth 9, 10.
 */
@NullMarked
package dev.cognate.cli.login;

import org.jspecify.annotations.NullMarked;
