/**
 * The listener: HTTP in, operations and pages behind it, HTTP out.
 *
 * <p>The nouns: a {@link dev.cognate.front.Front} listens on two ports. An {@link dev.cognate.front.Endpoint} answers a
 * {@link dev.cognate.front.Request} with a {@link dev.cognate.front.Response}; a {@link dev.cognate.front.Mount} says
 * which requests go to it. Bodies too large to be held go, as they arrive, to a
 * {@link dev.cognate.front.StreamingEndpoint}. {@link dev.cognate.front.Signatures} know who signed a request, with
 * {@link dev.cognate.front.AccessKeys} where they verify it.
 *
 * <p>The path of one request: {@code HelidonConnection} keeps the limits of time and size while the request arrives
 * (what breaks them ends with {@code Refusals}, or with no answer at all); {@code Reception} sends it to {@code Api} or
 * to a mount; {@code Api} finds the operation by {@code X-Amz-Target}, asks the {@code Signatures} who calls, and lets
 * the operation's handler answer; {@code ApiAnswers} makes the answer, or turns the fault into JSON, which happens
 * nowhere else; {@code AccessLog} and {@code Metrics} note what became of it.
 *
 * <p>HTTP is behind a port of our own: only the classes whose names begin with {@code Helidon} know the HTTP server in
 * use.
 *
 * <p>Reference: oauth-config A1 to A9 and E2; lifecycle A1, A4 and A8.
 */
@NullMarked
package dev.cognate.front;

import org.jspecify.annotations.NullMarked;
