package dev.cognate.mfa;

import dev.cognate.directory.User;
import dev.cognate.mfa.SoftwareTokenSetUp.Person;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.EnableSoftwareTokenMFAException;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.VerifySoftwareTokenRequest;
import dev.cognate.wire.model.VerifySoftwareTokenResponse;
import dev.cognate.wire.model.VerifySoftwareTokenResponseType;

/**
 * Takes the first code of the seed that was handed out last. On the way through a sign-in the app is switched on and
 * preferred with it; a user who is signed in does that by SetUserMFAPreference. Reference: auth 6.6, 19.3.
 */
final class VerifySoftwareToken implements Operation<VerifySoftwareTokenRequest, VerifySoftwareTokenResponse> {
    private final Mfa mfa;
    private final Mfa.Collaborators with;
    private final SoftwareTokens tokens;
    private final SoftwareTokenSetUp setUp;

    VerifySoftwareToken(Mfa mfa, Mfa.Collaborators with, SoftwareTokens tokens, SoftwareTokenSetUp setUp) {
        this.mfa = mfa;
        this.with = with;
        this.tokens = tokens;
        this.setUp = setUp;
    }

    @Override
    public VerifySoftwareTokenResponse run(VerifySoftwareTokenRequest request, Call call) {
        Person person = setUp.person(request.accessToken(), request.session());
        return with.store().write(tx -> verify(tx, person, request));
    }

    private VerifySoftwareTokenResponse verify(Tx tx, Person person, VerifySoftwareTokenRequest request) {
        User user = setUp.require(tx, person);
        switch (tokens.verify(tx, user, request.userCode(), request.friendlyDeviceName())) {
            case RIGHT -> {}
            case WRONG, USED -> throw new EnableSoftwareTokenMFAException(Texts.CODE_MISMATCH);
            case NOT_SET_UP -> throw new InvalidParameterException(Texts.TOKEN_NOT_SET_UP);
        }
        if (person instanceof Person.Underway) {
            UserFactors factors = mfa.factors(tx, user).with(MfaFactor.SOFTWARE_TOKEN_MFA, true);
            Mfa.save(tx, user, factors.withPreferred(MfaFactor.SOFTWARE_TOKEN_MFA));
        }
        return new VerifySoftwareTokenResponse(
                VerifySoftwareTokenResponseType.SUCCESS,
                setUp.next(tx, person, HalfDoneSignIns.Progress.TOKEN_VERIFIED));
    }
}
