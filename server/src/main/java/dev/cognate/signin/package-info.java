/**
 * Signing in: a user proves who it is, in as many steps as its pool and its own choices ask for, and gets tokens.
 *
 * <p>{@link dev.cognate.signin.Signin} is the door. InitiateAuth and AdminInitiateAuth begin, by a {@code Flow};
 * RespondToAuthChallenge and AdminRespondToAuthChallenge go on, by a {@code Challenge}. The twins share
 * {@code Beginning} and {@code Answering}, which check in the order of the reference and choose the class.
 *
 * <pre>
 *  USER_PASSWORD_AUTH ─────────────────────────────────┐
 *  USER_SRP_AUTH ────────────► PASSWORD_VERIFIER ──────┤
 *  USER_AUTH ─┬─► PASSWORD ────────────────────────────┤  the password
 *  (SELECT_   ├─► PASSWORD_SRP ► PASSWORD_VERIFIER ────┘
 *  CHALLENGE, │                            │
 *  without a  │                            ▼
 *  preferred  │    temporary?   NEW_PASSWORD_REQUIRED
 *  one)       │                            │
 *             │                            ▼
 *             │    a second     SMS_MFA, EMAIL_OTP, SOFTWARE_TOKEN_MFA
 *             │    factor?      SELECT_MFA_TYPE ► one of them
 *             │                 MFA_SETUP ► EMAIL_OTP, or the app of VerifySoftwareToken
 *             │    a device     DEVICE_SRP_AUTH ► DEVICE_PASSWORD_VERIFIER
 *             │    instead?                │
 *             │                            ▼
 *             └─► EMAIL_OTP, SMS_OTP, ► tokens ◄── REFRESH_TOKEN_AUTH
 *                 WEB_AUTHN                ▲
 *                                          │ issueTokens, perhaps a device after it
 *  CUSTOM_AUTH ──────────────────────► Define ─┬─► Create ► CUSTOM_CHALLENGE ► Verify ► Define
 *                                              └─► PASSWORD_VERIFIER ► as after any password ► Define
 * </pre>
 *
 * <p>Its nouns:
 *
 * <ul>
 *   <li>{@code Step}: one request, whichever of the four operations it came by.
 *   <li>{@code Claimant}: the user whom a name stands for, or nobody. Where the client conceals who exists, nobody goes
 *       through the same steps, is counted and locked, and never gets to the end.
 *   <li>{@code Session}: where a sign-in stands between two requests. The client holds it, sealed; any node reads it. It
 *       is of one pool, client, user and challenge, and its one right answer uses it up ({@code Settlement}). The secret
 *       block of SRP is a session too. What the functions of a custom sign-in keep to themselves lies in the store
 *       ({@code Conversation}).
 *   <li>{@code SigningUp}: the session of ConfirmSignUp, which spares who has just confirmed another challenge.
 *       {@code DeviceSessions}: the sessions of devices, for clients that do not send them back.
 *   <li>{@code Proven}: what has been proved; {@code Demand}: what is asked for beside it. {@code NextStep} is the
 *       whole machine that says what follows from both, and {@code Continuation} does it. {@code Completion} is the end:
 *       functions first, then, in one transaction, a last look at the user and at the machine, and the sign-in.
 *   <li>{@code Lockout}: the one count of wrong tries of a user, over passwords, SRP, devices, passkeys and codes.
 *   <li>{@code Attempts}: what is kept of all this as events of the user; one for each sign-in, from its first request to
 *       its last, by the id that its tokens name. {@code Guard}: what threat protection has to say on the way.
 * </ul>
 *
 * <p>The path of a request with a password: the client may use the flow; nothing is missing; the secret hash; the
 * PreAuthentication function; the user's standing; the lock; the password; what follows. Functions are never asked within a
 * transaction, and what was decided before they were asked is looked at again afterwards.
 *
 * <p>Reference: auth 1 to 13, 24, 28, 29.
 */
@NullMarked
package dev.cognate.signin;

import org.jspecify.annotations.NullMarked;
