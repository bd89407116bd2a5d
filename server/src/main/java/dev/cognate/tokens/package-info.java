/**
 * What a user holds after signing in: access tokens, how they are signed, checked and ended.
 *
 * <p>{@link dev.cognate.tokens.Tokens} is the door. Its nouns:
 *
 * <ul>
 *   <li>{@link dev.cognate.tokens.SignIn}: that a user proved who it is, through a client, at some moment. Every token
 *       descends from one, and is good only while it stands. Ending sign-ins ({@link dev.cognate.tokens.SignIns}) is
 *       therefore how tokens are revoked: one (RevokeToken), or all of a user (GlobalSignOut, AdminDisableUser,
 *       deletion). No clock takes part in it, so nodes whose clocks differ agree.
 *   <li>{@link dev.cognate.tokens.AccessToken}: the text that a client sends along; {@link
 *       dev.cognate.tokens.AccessTokens} issues it.
 *   <li>{@link dev.cognate.tokens.Bearer}: whom a token stands for, once {@link
 *       dev.cognate.tokens.AccessTokens#require} has checked it. Operations of users begin with it.
 *   <li>{@code SigningKeys}: two RSA keys for each pool, one for ID tokens and one for access tokens, made when first
 *       needed; {@link dev.cognate.tokens.Tokens#keySet} shows their public halves.
 * </ul>
 *
 * <p>Tokens are written by {@code Jws}, because the service's header and order of claims are part of what clients see;
 * they are read by nimbus-jose-jwt, because reading is what strangers attack.
 *
 * <p>Reference: lifecycle A6 (checks), auth 14 (claims), 15 (key set), 17 (revocation).
 */
@NullMarked
package dev.cognate.tokens;

import org.jspecify.annotations.NullMarked;
