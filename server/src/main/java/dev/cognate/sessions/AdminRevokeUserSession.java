package dev.cognate.sessions;

import dev.cognate.directory.User;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.AdminRevokeUserSessionRequest;
import dev.cognate.wire.model.AdminRevokeUserSessionResponse;

/** Ends a session of a user. Reference: newer. */
final class AdminRevokeUserSession implements Operation<AdminRevokeUserSessionRequest, AdminRevokeUserSessionResponse> {
    private final Sessions.Collaborators with;
    private final Revocation revocation;

    AdminRevokeUserSession(Sessions.Collaborators with, Revocation revocation) {
        this.with = with;
        this.revocation = revocation;
    }

    @Override
    public AdminRevokeUserSessionResponse run(AdminRevokeUserSessionRequest request, Call call) {
        Pool pool = with.pools().require(new PoolId(request.userPoolId()), call);
        User user = with.users().find(pool, request.username()).require();
        with.store().write(tx -> {
            SessionList.requireTracking(tx, pool.id());
            revocation.revoke(tx, user, request.sessionId(), request.revokeAssociatedSessions(), null);
            return true;
        });
        return new AdminRevokeUserSessionResponse();
    }
}
