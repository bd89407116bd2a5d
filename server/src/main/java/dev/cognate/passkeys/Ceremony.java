package dev.cognate.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import dev.cognate.crypto.ConstantTime;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.WebAuthnChallengeNotFoundException;
import dev.cognate.wire.fault.WebAuthnCredentialNotSupportedException;
import dev.cognate.wire.fault.WebAuthnOriginNotAllowedException;
import dev.cognate.wire.fault.WebAuthnRelyingPartyMismatchException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The two ceremonies of WebAuthn, done by the library; the only class that knows it. It is loaded with the first
 * ceremony, so that a start does not wait for it.
 *
 * <p>The library is given what anybody may send. Beside its own exceptions it lets those of its parsers through, so
 * whatever it throws about such bytes means that they are no good. Reference: auth 21.3, 21.5; WebAuthn Level 3, 7.1 and 7.2.
 */
final class Ceremony {
    private Ceremony() {}

    /** The library's parts, each safe for use by many threads. */
    private static final class Library {
        static final ObjectConverter OBJECTS = new ObjectConverter();
        static final WebAuthnManager MANAGER = WebAuthnManager.createNonStrictWebAuthnManager(OBJECTS);
        static final AttestedCredentialDataConverter CREDENTIALS = new AttestedCredentialDataConverter(OBJECTS);
        static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
                new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256),
                new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.RS256));
    }

    /**
     * A new public key.
     *
     * @param id the passkey's id
     * @param credential attested credential data
     * @param authenticator the kind of authenticator (AAGUID), all zeros when it does not say
     */
    record Registered(byte[] id, byte[] credential, UUID authenticator, long signCount, boolean backupEligible) {}

    /**
     * Checks a registration.
     *
     * @throws InvalidParameterException the credential is not one
     * @throws WebAuthnChallengeNotFoundException it answers another challenge
     * @throws WebAuthnOriginNotAllowedException it comes from a page of another domain
     * @throws WebAuthnRelyingPartyMismatchException it was made for another domain
     * @throws WebAuthnCredentialNotSupportedException its algorithm or format is not taken, or the user was not recognised
     */
    static Registered register(RelyingParty party, byte[] challenge, Credential credential) {
        RegistrationData data = parse(credential.response());
        CollectedClientData client = Objects.requireNonNull(data.getCollectedClientData());
        requireExpected(party, challenge, client);
        try {
            Library.MANAGER.verify(
                    data,
                    new RegistrationParameters(
                            expected(party, challenge, client),
                            Library.ALGORITHMS,
                            party.requiresVerification(),
                            true));
        } catch (BadRpIdException otherParty) {
            throw new WebAuthnRelyingPartyMismatchException(Texts.RELYING_PARTY);
        } catch (BadChallengeException otherChallenge) {
            throw new WebAuthnChallengeNotFoundException(Texts.NO_CHALLENGE);
        } catch (CrossOriginException framed) {
            throw new WebAuthnOriginNotAllowedException(Texts.ORIGIN);
        } catch (RuntimeException unsupported) {
            throw new WebAuthnCredentialNotSupportedException(Texts.NOT_SUPPORTED);
        }
        return registered(data);
    }

    private static RegistrationData parse(Credential.Response response) {
        RegistrationData data;
        try {
            data = Library.MANAGER.parse(new RegistrationRequest(
                    response.attestationObject(), response.clientDataJson(), response.transports()));
        } catch (RuntimeException malformed) {
            throw new InvalidParameterException(Texts.MALFORMED);
        }
        if (data.getCollectedClientData() == null || data.getAttestationObject() == null) {
            throw new InvalidParameterException(Texts.MALFORMED);
        }
        return data;
    }

    private static void requireExpected(RelyingParty party, byte[] challenge, CollectedClientData client) {
        if (client.getChallenge() == null
                || !ConstantTime.equals(client.getChallenge().getValue(), challenge)) {
            throw new WebAuthnChallengeNotFoundException(Texts.NO_CHALLENGE);
        }
        if (client.getOrigin() == null || !party.allows(client.getOrigin().toString())) {
            throw new WebAuthnOriginNotAllowedException(Texts.ORIGIN);
        }
    }

    private static ServerProperty expected(RelyingParty party, byte[] challenge, CollectedClientData client) {
        Origin origin = client.getOrigin(); // It was found good; the library compares whole origins only.
        return ServerProperty.builder()
                .origin(origin)
                .rpId(party.id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static Registered registered(RegistrationData data) {
        var authenticatorData =
                Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
        AttestedCredentialData attested = Objects.requireNonNull(authenticatorData.getAttestedCredentialData());
        UUID kind = attested.getAaguid().getValue();
        return new Registered(
                attested.getCredentialId(),
                Library.CREDENTIALS.convert(attested),
                kind == null ? new UUID(0, 0) : kind,
                authenticatorData.getSignCount(),
                authenticatorData.isFlagBE());
    }

    /**
     * Checks a sign-in.
     *
     * @param verified whether the authenticator must have recognised the user
     * @return the signature counter, null when anything is wrong
     */
    static @Nullable Long authenticate(
            RelyingParty party, byte[] challenge, Passkey passkey, Credential credential, boolean verified) {
        try {
            AttestedCredentialData attested = Library.CREDENTIALS.convert(passkey.credential());
            AuthenticationData data = parse(attested, credential.response());
            CollectedClientData client = Objects.requireNonNull(data.getCollectedClientData());
            if (!party.allows(client.getOrigin().toString())) {
                return null;
            }
            Library.MANAGER.verify(
                    data,
                    new AuthenticationParameters(
                            expected(party, challenge, client), known(passkey, attested), null, verified, true));
            return Objects.requireNonNull(data.getAuthenticatorData()).getSignCount();
        } catch (RuntimeException wrong) {
            return null;
        }
    }

    private static AuthenticationData parse(AttestedCredentialData attested, Credential.Response response) {
        return Library.MANAGER.parse(new AuthenticationRequest(
                attested.getCredentialId(),
                response.userHandle(),
                response.authenticatorData(),
                response.clientDataJson(),
                response.signature()));
    }

    private static CredentialRecordImpl known(Passkey passkey, AttestedCredentialData attested) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                null,
                passkey.backupEligible(),
                null,
                passkey.signCount(),
                attested,
                null,
                null,
                null,
                null);
    }
}
