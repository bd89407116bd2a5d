/**
 * What commands of our own have in common, those beside {@code cognito-idp}.
 *
 * <p>{@link dev.cognate.cli.command.CommandWords} reads words into a picocli object and answers a call for help;
 * {@link dev.cognate.cli.command.ServerOptions} says where the operations go that a command calls.
 */
@NullMarked
package dev.cognate.cli.command;

import org.jspecify.annotations.NullMarked;
