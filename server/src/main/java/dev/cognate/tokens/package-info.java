/**
 * What a user holds after signing in: ID, access and refresh tokens; how they are issued, checked, exchanged and ended.
 *
 * <p>{@link dev.cognate.tokens.Tokens} is the door. Its nouns:
 *
 * <ul>
 *   <li>{@link dev.cognate.tokens.SignIn}: that a user proved who it is, through a client, at some moment. Every token
 *       descends from one, and is good only while it stands. Ending sign-ins ({@link dev.cognate.tokens.SignIns}) is
 *       therefore how tokens are revoked: one (RevokeToken), or all of a user (GlobalSignOut, AdminDisableUser,
 *       deletion). No clock takes part in it, so nodes whose clocks differ agree.
 *   <li>{@link dev.cognate.tokens.SignInFollower}: whoever keeps something beside sign-ins, and hears of each.
 *   <li>{@link dev.cognate.tokens.Grant}: what it takes to sign in. {@link dev.cognate.tokens.Tokens#issue} asks the
 *       PreTokenGeneration function, lets the {@link dev.cognate.tokens.Admission} have the last word and begins the
 *       sign-in in one transaction, and signs afterwards ({@code Issuing}, {@code IdTokens}, {@code Claims}).
 *   <li>{@link dev.cognate.tokens.RefreshToken}: sealed text that only this server opens, so none is stored; only those
 *       that were rotated leave a row. {@link dev.cognate.tokens.Refreshing} exchanges them, whichever operation asks.
 *   <li>{@link dev.cognate.tokens.AccessToken}: the text that a client sends along; {@link
 *       dev.cognate.tokens.AccessTokens} issues it.
 *   <li>{@link dev.cognate.tokens.Bearer}: whom a token stands for, once {@link
 *       dev.cognate.tokens.AccessTokens#require} has checked it. Operations of users begin with it.
 *   <li>{@code SigningKeys}: two RSA keys for each pool, one for ID tokens and one for access tokens, made when first
 *       needed; {@link dev.cognate.tokens.Tokens#keySet} shows their public halves. {@link
 *       dev.cognate.tokens.KeyRotation} replaces them; a retired key verifies until its last token is over.
 *   <li>{@link dev.cognate.tokens.ClientTokens}: tokens by which clients act for themselves, without a user.
 * </ul>
 *
 * <p>Tokens are written by {@code Jws}, because the service's header and order of claims are part of what clients see;
 * they are read by nimbus-jose-jwt, because reading is what strangers attack.
 *
 * <p>Reference: lifecycle A6 (checks), auth 14 (claims), 15 (key set), 16 (refresh), 17 (revocation), 24.4 (function).
 */
@NullMarked
package dev.cognate.tokens;

import org.jspecify.annotations.NullMarked;
