package dev.cognate.sessions;

import dev.cognate.directory.User;
import dev.cognate.tokens.Bearer;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.RevokeUserSessionRequest;
import dev.cognate.wire.model.RevokeUserSessionResponse;

/** Ends a session of the bearer of an access token, unless it is the one that the token belongs to. Reference: newer. */
final class RevokeUserSession implements Operation<RevokeUserSessionRequest, RevokeUserSessionResponse> {
    private final Sessions.Collaborators with;
    private final Revocation revocation;

    RevokeUserSession(Sessions.Collaborators with, Revocation revocation) {
        this.with = with;
        this.revocation = revocation;
    }

    @Override
    public RevokeUserSessionResponse run(RevokeUserSessionRequest request, Call call) {
        Bearer bearer = with.tokens().accessTokens().require(request.accessToken());
        User user = bearer.user();
        with.store().write(tx -> {
            SessionList.requireTracking(tx, user.pool());
            revocation.revoke(
                    tx,
                    user,
                    request.sessionId(),
                    request.revokeAssociatedSessions(),
                    bearer.signIn().id());
            return true;
        });
        return new RevokeUserSessionResponse();
    }
}
