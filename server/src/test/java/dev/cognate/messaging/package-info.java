/**
 * Tests of messages: on real SQLite and PostgreSQL stores, with a real HTTP server for the CustomMessage function
 * ({@code FunctionHost} of the triggers) and real SMTP servers: GreenMail for mail that arrives,
 * {@link dev.cognate.messaging.ScriptedSmtpServer} for servers that refuse.
 */
@NullMarked
package dev.cognate.messaging;

import org.jspecify.annotations.NullMarked;
