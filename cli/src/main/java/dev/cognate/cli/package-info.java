/**
 * The program {@code cognate}: which command the words name, and what becomes of its errors.
 *
 * <p>{@link dev.cognate.cli.Main} gathers the process's surroundings and ends it with the exit status of
 * {@link dev.cognate.cli.Commands}, which chooses among {@code cognito-idp} (the API, in
 * {@link dev.cognate.cli.cognitoidp}), {@code inbox} (the messages that were sent, in {@link dev.cognate.cli.inbox}) and
 * {@code demo} ({@link dev.cognate.cli.demo}) and the others that {@code Overview} lists. Who wants it gets a line editor
 * first ({@link dev.cognate.cli.prompt}), which a {@code CommandDraft} tells what may come next. The server's own commands,
 * {@code serve}, {@code keys} and their like, are the server's; the start script chooses between the two programs.
 * Reference: oauth-config D1, D11, D14.
 */
@NullMarked
package dev.cognate.cli;

import org.jspecify.annotations.NullMarked;
