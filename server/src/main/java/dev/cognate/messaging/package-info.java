/**
 * Messages to users: which text, to which address, and how it gets there.
 *
 * <p>The nouns. A {@link dev.cognate.messaging.Destination} is an address that may receive a code; clients see it only
 * {@linkplain dev.cognate.messaging.MaskStyle masked}. An {@link dev.cognate.messaging.Occasion} is the reason for a
 * message, a {@link dev.cognate.messaging.Recipient} the user with the pool's configuration. A
 * {@link dev.cognate.messaging.Draft} is the text before there is a code, a {@link dev.cognate.messaging.Message} the
 * text with the code in it. The {@link dev.cognate.messaging.Outbox} holds messages that still have to be delivered, the
 * {@link dev.cognate.messaging.Courier} delivers them through a {@link dev.cognate.messaging.Transport}: into the
 * {@link dev.cognate.messaging.Inbox}, where they can be read, by {@linkplain dev.cognate.messaging.SmtpTransport SMTP},
 * {@linkplain dev.cognate.messaging.SesTransport SES}, {@linkplain dev.cognate.messaging.AwsSmsTransport SNS or End User
 * Messaging} or a {@linkplain dev.cognate.messaging.WebhookTransport webhook}, as the server's {@link
 * dev.cognate.messaging.Ways} and the pool's {@link dev.cognate.messaging.Sender} say, or {@linkplain
 * dev.cognate.messaging.FunctionTransport by a function} of the pool's own. What cannot be delivered ends among the {@link
 * dev.cognate.messaging.DeadLetters}.
 *
 * <p>The path of one message: the room asks {@link dev.cognate.messaging.Messages#draft}, which chooses the template or
 * asks the pool's CustomMessage function, and refuses what could never be sent; no transaction is open yet. In its one
 * transaction the room stores the code and {@linkplain dev.cognate.messaging.Outbox#add adds} the completed message to
 * the outbox, so that there is never one without the other. After the commit it {@linkplain
 * dev.cognate.messaging.Outbox#wake wakes} the courier and answers its client; delivery goes on behind its back.
 *
 * <p>What may be relied on:
 *
 * <ul>
 *   <li>A message whose transaction was committed is delivered, also after a kill, or ends as a dead letter.
 *   <li>Into the inbox it is delivered exactly once: it moves there in one transaction.
 *   <li>By everything else it is delivered at least once: a kill between the server's acceptance and the deletion of the row
 *       repeats it, with the same {@code Message-ID}, once its lease of a minute has run out.
 *   <li>Several nodes share one outbox: a lease keeps a message from being sent by two of them.
 *   <li>A temporary failure is tried again after 1 s, 5 s, 30 s, 2 min, 10 min, 30 min, and so on for about a day; a
 *       permanent one (an SMTP reply of 5xx) is not.
 *   <li>What keeps a pool from sending is remembered ({@link dev.cognate.messaging.DeliveryFailures}) until a message gets
 *       through, and requests that would run into it are refused by {@link dev.cognate.messaging.Reachability}.
 * </ul>
 *
 * <p>Texts hold codes: they are sealed at rest, and never in a log, an error or a printed object.
 *
 * <p>Reference: lifecycle A4 (delivery faults), A9 to A12, D1 to D5, I7, newer (EumsSms).
 */
@NullMarked
package dev.cognate.messaging;

import org.jspecify.annotations.NullMarked;
