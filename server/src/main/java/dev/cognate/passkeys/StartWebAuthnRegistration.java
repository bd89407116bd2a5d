package dev.cognate.passkeys;

import dev.cognate.directory.User;
import dev.cognate.tokens.Bearer;
import dev.cognate.tokens.ModelledAccess;
import dev.cognate.wire.Call;
import dev.cognate.wire.Document;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.WebAuthnConfigurationMissingException;
import dev.cognate.wire.model.Operations;
import dev.cognate.wire.model.StartWebAuthnRegistrationRequest;
import dev.cognate.wire.model.StartWebAuthnRegistrationResponse;
import java.time.Duration;
import java.util.List;

/** Begins the registration of a passkey; an earlier one of the user that is not complete is given up. Reference: auth 21.2. */
final class StartWebAuthnRegistration
        implements Operation<StartWebAuthnRegistrationRequest, StartWebAuthnRegistrationResponse> {
    /** Longer than the timeout that browsers are told, for clocks and slow hands. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    private static final int CHALLENGE_LENGTH = 32;

    private final Passkeys.Collaborators with;
    private final ModelledAccess access;

    StartWebAuthnRegistration(Passkeys.Collaborators with) {
        this.with = with;
        this.access = new ModelledAccess(with.accessTokens(), Operations.START_WEB_AUTHN_REGISTRATION);
    }

    @Override
    public StartWebAuthnRegistrationResponse run(StartWebAuthnRegistrationRequest request, Call call) {
        Bearer bearer = access.require(request.accessToken());
        RelyingParty party =
                Registrations.party(bearer.client().pool(), WebAuthnConfigurationMissingException::new);
        User user = bearer.user();
        byte[] challenge = new byte[CHALLENGE_LENGTH];
        with.random().nextBytes(challenge);
        ChallengesTable.Begun begun = new ChallengesTable.Begun(
                bearer.client().id(), challenge, with.clock().instant().plus(LIFE));
        List<Passkey> present = with.store().write(tx -> {
            List<Passkey> found = Registrations.present(tx, user);
            ChallengesTable.put(tx, user.pool(), user.sub(), begun);
            return found;
        });
        return new StartWebAuthnRegistrationResponse(
                new Document(JsonOutput.text(new CreationOptions(party, user, challenge, present))));
    }
}
