package dev.cognate.tokens;

import dev.cognate.directory.User;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.GlobalSignOutRequest;
import dev.cognate.wire.model.GlobalSignOutResponse;

/** Ends every sign-in of the bearer, through whatever client. Reference: auth 17. */
final class GlobalSignOut implements Operation<GlobalSignOutRequest, GlobalSignOutResponse> {
    private final Store store;
    private final AccessTokens accessTokens;
    private final SignIns signIns;

    GlobalSignOut(Store store, AccessTokens accessTokens, SignIns signIns) {
        this.store = store;
        this.accessTokens = accessTokens;
        this.signIns = signIns;
    }

    @Override
    public GlobalSignOutResponse run(GlobalSignOutRequest request, Call call) {
        User user = bearer(request.accessToken());
        store.write(tx -> {
            signIns.endAll(tx, user.pool(), user.sub());
            return user;
        });
        return new GlobalSignOutResponse();
    }

    /** This operation has no fault for a user who is gone; the sign-ins went too. */
    private User bearer(String accessToken) {
        try {
            return accessTokens.require(accessToken).user();
        } catch (UserNotFoundException gone) {
            throw new NotAuthorizedException(Texts.REVOKED);
        }
    }
}
