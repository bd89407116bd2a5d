/**
 * Passkeys: users register them with an access token and sign in with them.
 *
 * <p>{@link dev.cognate.passkeys.Passkeys} is the door. The operations are {@link
 * dev.cognate.passkeys.StartWebAuthnRegistration}, {@link dev.cognate.passkeys.CompleteWebAuthnRegistration}, {@link
 * dev.cognate.passkeys.ListWebAuthnCredentials} and {@link dev.cognate.passkeys.DeleteWebAuthnCredential}; a sign-in asks
 * the door for a challenge ({@code WEB_AUTHN}) and hands it the answer.
 *
 * <p>Nouns: a {@link dev.cognate.passkeys.RelyingParty} is the domain that a pool's passkeys belong to; a {@link
 * dev.cognate.passkeys.Passkey} is a public key with what was noted of its authenticator; a {@link
 * dev.cognate.passkeys.Credential} is what a browser sent.
 *
 * <p>The path of a registration: Start notes a random challenge, one for each user, and the client that began; Complete
 * reads the credential, has the library check it in {@link dev.cognate.passkeys.Ceremony} (form, signature, flags), and
 * in one transaction uses up the challenge and adds the passkey. At a sign-in the challenge lies in the sealed session;
 * the signature counter is raised by a conditional update, so that a copy of an authenticator is noticed.
 *
 * <p>Only public keys are kept. Attestation is not looked at: any authenticator will do.
 *
 * <p>Reference: auth 21.
 */
@NullMarked
package dev.cognate.passkeys;

import org.jspecify.annotations.NullMarked;
