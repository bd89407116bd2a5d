/**
 * What keeps secrets secret: keys, seals, keyed hashes, random texts, and the SRP verifier of a password. Knows no
 * database and no file but the key file.
 *
 * <p>Nouns:
 *
 * <ul>
 *   <li>{@link dev.cognate.crypto.KeyRing}: the keys outside the database, newest first. It seals what is stored and
 *       must be read again (client secrets, messages, verifiers) and hashes what only has to be recognised (codes).
 *   <li>{@link dev.cognate.crypto.Randomness}: every random code, id and secret of the server.
 *   <li>{@link dev.cognate.crypto.SrpVerifier}: what is kept instead of a password.
 *   <li>{@link dev.cognate.crypto.RsaKey}: what signs the tokens of a pool, by a {@link dev.cognate.crypto.RsaProvider}.
 *   <li>{@link dev.cognate.crypto.SecretHash}: the proof of a client secret that comes with a request.
 *   <li>{@link dev.cognate.crypto.ConstantTime}: comparing without telling by the time taken where texts differ.
 * </ul>
 *
 * <p>The path of one secret, a new user's password: {@code SrpVerifier.create} turns it into salt and verifier,
 * {@code encode} into bytes, {@code KeyRing.seal} into what the store gets; on the way back {@code KeyRing.open},
 * {@code SrpVerifier.decode}, {@code matches}.
 *
 * <p>Reference: auth 9 (SRP), lifecycle A5 (secret hash), lifecycle A9 (codes).
 */
@NullMarked
package dev.cognate.crypto;

import org.jspecify.annotations.NullMarked;
