package dev.cognate.app;

import dev.cognate.domain.PoolId;
import dev.cognate.front.Endpoint;
import dev.cognate.front.Request;
import dev.cognate.front.Response;
import dev.cognate.messaging.Inbox;
import dev.cognate.messaging.InboxMessage;
import dev.cognate.messaging.InboxQuery;
import dev.cognate.wire.JsonOutput;

/**
 * The inbox over HTTP, for tests and for the command line: {@code GET} lists messages, newest first, by {@code userPoolId},
 * {@code username} and {@code destination}; {@code GET} and {@code DELETE} with an id show and delete one; {@code DELETE}
 * without an id deletes all. To be guarded by {@link dev.cognate.hosted.LocalOnly}.
 */
final class InboxEndpoint implements Endpoint {
    static final String PATH = "/_cognate/messages";

    private static final int MOST = 100;
    private static final String UNKNOWN = "There is no message of that id.\n";

    private final Inbox inbox;

    InboxEndpoint(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Response answer(Request request) {
        String id = request.path().length() > PATH.length() + 1 ? request.path().substring(PATH.length() + 1) : "";
        if (request.method().equals("DELETE")) {
            return delete(id);
        }
        return id.isEmpty() ? list(request) : show(id);
    }

    private Response list(Request request) {
        InboxQuery query;
        try {
            String pool = request.parameter("userPoolId");
            query = new InboxQuery(
                    pool == null ? null : new PoolId(pool),
                    request.parameter("username"),
                    request.parameter("destination"),
                    MOST);
        } catch (IllegalArgumentException unusable) {
            return Response.text(400, "The query cannot be read: " + unusable.getMessage() + "\n");
        }
        return Response.json(200, JsonOutput.encode(InboxMessage.page(inbox.list(query))));
    }

    private Response show(String id) {
        InboxMessage message = inbox.find(id);
        return message == null ? Response.text(404, UNKNOWN) : Response.json(200, JsonOutput.encode(message));
    }

    private Response delete(String id) {
        if (id.isEmpty()) {
            inbox.clear();
            return Response.empty(204);
        }
        return inbox.delete(id) ? Response.empty(204) : Response.text(404, UNKNOWN);
    }
}
