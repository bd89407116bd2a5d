package dev.cognate.sessions;

import dev.cognate.tokens.Bearer;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.ListUserSessionsRequest;
import dev.cognate.wire.model.ListUserSessionsResponse;

/** Lists the sessions of the bearer of an access token, over all clients of the pool. Reference: newer. */
final class ListUserSessions implements Operation<ListUserSessionsRequest, ListUserSessionsResponse> {
    private final Sessions.Collaborators with;
    private final Sessions sessions;

    ListUserSessions(Sessions.Collaborators with, Sessions sessions) {
        this.with = with;
        this.sessions = sessions;
    }

    @Override
    public ListUserSessionsResponse run(ListUserSessionsRequest request, Call call) {
        Bearer bearer = with.tokens().accessTokens().require(request.accessToken());
        SessionList.requireFirstPage(request.nextToken());
        return new ListUserSessionsResponse(
                SessionList.of(
                        with.store(), sessions, bearer.user(), bearer.signIn().id()),
                null);
    }
}
