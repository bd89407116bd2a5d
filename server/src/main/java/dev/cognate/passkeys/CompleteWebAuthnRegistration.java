package dev.cognate.passkeys;

import dev.cognate.directory.User;
import dev.cognate.passkeys.ChallengesTable.Begun;
import dev.cognate.store.Tx;
import dev.cognate.tokens.Bearer;
import dev.cognate.tokens.ModelledAccess;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.WebAuthnChallengeNotFoundException;
import dev.cognate.wire.fault.WebAuthnClientMismatchException;
import dev.cognate.wire.fault.WebAuthnNotEnabledException;
import dev.cognate.wire.model.CompleteWebAuthnRegistrationRequest;
import dev.cognate.wire.model.CompleteWebAuthnRegistrationResponse;
import dev.cognate.wire.model.Operations;

/** Adds the passkey that a browser made to the user's. Reference: auth 21.3. */
final class CompleteWebAuthnRegistration
        implements Operation<CompleteWebAuthnRegistrationRequest, CompleteWebAuthnRegistrationResponse> {
    private final Passkeys.Collaborators with;
    private final ModelledAccess access;

    CompleteWebAuthnRegistration(Passkeys.Collaborators with) {
        this.with = with;
        this.access = new ModelledAccess(with.accessTokens(), Operations.COMPLETE_WEB_AUTHN_REGISTRATION);
    }

    @Override
    public CompleteWebAuthnRegistrationResponse run(CompleteWebAuthnRegistrationRequest request, Call call) {
        Bearer bearer = access.require(request.accessToken());
        // The pool may have lost its domain since; of the faults of this operation this one comes nearest.
        RelyingParty party = Registrations.party(bearer.client().pool(), WebAuthnNotEnabledException::new);
        Credential credential = Credential.of(request.credential().json());
        if (credential == null) {
            throw new InvalidParameterException(Texts.MALFORMED);
        }
        Begun begun = begun(bearer);
        Ceremony.Registered registered = Ceremony.register(party, begun.challenge(), credential);
        Passkey passkey = passkey(bearer.user(), party, credential, registered);
        with.store().write(tx -> {
            add(tx, bearer.user(), begun, passkey);
            return passkey;
        });
        return new CompleteWebAuthnRegistrationResponse();
    }

    private Begun begun(Bearer bearer) {
        User user = bearer.user();
        Begun begun = with.store().read(tx -> ChallengesTable.find(tx, user.pool(), user.sub()));
        if (begun == null || !with.clock().instant().isBefore(begun.expires())) {
            throw new WebAuthnChallengeNotFoundException(Texts.NO_CHALLENGE);
        }
        if (!begun.client().equals(bearer.client().id())) {
            throw new WebAuthnClientMismatchException(Texts.OTHER_CLIENT);
        }
        return begun;
    }

    private Passkey passkey(User user, RelyingParty party, Credential credential, Ceremony.Registered registered) {
        return new Passkey(
                user.pool(),
                user.sub(),
                Credential.text(registered.id()),
                party.id(),
                registered.credential(),
                registered.signCount(),
                registered.backupEligible(),
                credential.attachment(),
                credential.response().transports().stream().sorted().toList(),
                PasskeyNames.of(registered.authenticator(), credential.attachment()),
                with.clock().instant());
    }

    private void add(Tx tx, User user, Begun begun, Passkey passkey) {
        if (!ChallengesTable.use(tx, user.pool(), user.sub(), begun.challenge())) {
            throw new WebAuthnChallengeNotFoundException(Texts.NO_CHALLENGE);
        }
        if (with.users().reload(tx, user) == null) {
            throw new NotAuthorizedException(Texts.NO_USER);
        }
        Registrations.present(tx, user);
        if (!PasskeysTable.insert(tx, passkey)) {
            throw new InvalidParameterException(Texts.EXISTS);
        }
    }
}
