package dev.cognate.sessions;

import dev.cognate.directory.User;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.AdminListUserSessionsRequest;
import dev.cognate.wire.model.AdminListUserSessionsResponse;

/** Lists the sessions of a user, over all clients of the pool. Reference: newer. */
final class AdminListUserSessions implements Operation<AdminListUserSessionsRequest, AdminListUserSessionsResponse> {
    private final Sessions.Collaborators with;
    private final Sessions sessions;

    AdminListUserSessions(Sessions.Collaborators with, Sessions sessions) {
        this.with = with;
        this.sessions = sessions;
    }

    @Override
    public AdminListUserSessionsResponse run(AdminListUserSessionsRequest request, Call call) {
        Pool pool = with.pools().require(new PoolId(request.userPoolId()), call);
        User user = with.users().find(pool, request.username()).require();
        SessionList.requireFirstPage(request.nextToken());
        return new AdminListUserSessionsResponse(SessionList.of(with.store(), sessions, user, null), null);
    }
}
