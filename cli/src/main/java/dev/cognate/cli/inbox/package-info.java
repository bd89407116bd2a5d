/**
 * The command {@code cognate inbox}: reads the messages that a server has sent, while its transport is the inbox.
 *
 * <p>{@link dev.cognate.cli.inbox.Inbox} reads the words with picocli; each of its commands asks a
 * {@link dev.cognate.cli.inbox.MessageBox}, which speaks to the server's {@code /_cognate/messages}, for
 * {@link dev.cognate.cli.inbox.Message}s, and {@link dev.cognate.cli.inbox.MessageText} prints them.
 */
@NullMarked
package dev.cognate.cli.inbox;

import org.jspecify.annotations.NullMarked;
