/**
 * Sessions: where users are signed in, for them and for administrators to see and to end.
 *
 * <p>{@link dev.cognate.sessions.Sessions} is the door. Its nouns:
 *
 * <ul>
 *   <li>{@code Session}: a record of one. A token session goes with a {@link dev.cognate.tokens.SignIn} and lasts as long
 *       as it: whatever ends the sign-in (RevokeToken, a sign-out, deletion) ends the session. An SSO session belongs to a
 *       browser at the pool's own pages, and token sessions come from it.
 *   <li>{@code SessionSettings}: whether a pool tracks sessions at all, how many token sessions a user may have, how long
 *       a client reuses an SSO session.
 * </ul>
 *
 * <p>The path of one request, a RevokeUserSession: the access token tells the user and the present sign-in, {@code
 * Revocation} finds the session in one transaction, ends its sign-in and deletes the record, and with LINKED those of the
 * sessions that it came from or that came from it.
 *
 * <p>Tokens tell of each sign-in that begins or is refreshed, in the same transaction ({@link
 * dev.cognate.tokens.SignInFollower}); a pool that does not track sessions keeps nothing.
 *
 * <p>Reference: newer.
 */
@NullMarked
package dev.cognate.sessions;

import org.jspecify.annotations.NullMarked;
