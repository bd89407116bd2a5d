package dev.cognate.mfa;

import dev.cognate.mfa.SoftwareTokenSetUp.Person;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.AssociateSoftwareTokenRequest;
import dev.cognate.wire.model.AssociateSoftwareTokenResponse;

/**
 * Hands out a seed for the user's authenticator app. It counts once VerifySoftwareToken has seen a code of it; until then
 * an earlier one stays good. Reference: auth 19.3.
 */
final class AssociateSoftwareToken implements Operation<AssociateSoftwareTokenRequest, AssociateSoftwareTokenResponse> {
    private final Store store;
    private final SoftwareTokens tokens;
    private final SoftwareTokenSetUp setUp;

    AssociateSoftwareToken(Store store, SoftwareTokens tokens, SoftwareTokenSetUp setUp) {
        this.store = store;
        this.tokens = tokens;
        this.setUp = setUp;
    }

    @Override
    public AssociateSoftwareTokenResponse run(AssociateSoftwareTokenRequest request, Call call) {
        Person person = setUp.person(request.accessToken(), request.session());
        byte[] seed = tokens.seed();
        return store.write(tx -> {
            tokens.handOut(tx, setUp.require(tx, person), seed);
            return new AssociateSoftwareTokenResponse(
                    Totp.base32(seed), setUp.next(tx, person, HalfDoneSignIns.Progress.SEED_HANDED_OUT));
        });
    }
}
