package dev.cognate.app;

import dev.cognate.domain.PoolId;
import dev.cognate.front.Endpoint;
import dev.cognate.front.Request;
import dev.cognate.front.Response;
import dev.cognate.messaging.Inbox;
import dev.cognate.messaging.InboxMessage;
import dev.cognate.messaging.InboxQuery;
import dev.cognate.wire.JsonOutput;
import java.util.regex.Pattern;

/**
 * The inbox over HTTP, for tests and for the command line: {@code GET} lists messages, newest first, by {@code userPoolId},
 * {@code username} and {@code destination}; {@code GET} and {@code DELETE} with an id show and delete one; {@code DELETE}
 * without an id deletes all.
 */
final class InboxEndpoint implements Endpoint {
    static final String PATH = "/_cognate/messages";

    private static final int MOST = 100;
    private static final Pattern PORT = Pattern.compile(":[0-9]*$");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+");
    private static final String UNKNOWN = "There is no message of that id.\n";

    private final Inbox inbox;

    InboxEndpoint(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Response answer(Request request) {
        if (!isByLocalName(request)) {
            return Response.text(403, "The inbox is read under the name localhost or by an IP address.\n");
        }
        String id = request.path().length() > PATH.length() + 1 ? request.path().substring(PATH.length() + 1) : "";
        if (request.method().equals("DELETE")) {
            return delete(id);
        }
        return id.isEmpty() ? list(request) : show(id);
    }

    /**
     * Whether the client called the server by an address or as localhost. A page of another site can make its own name
     * lead here and so read what the browser gets; it cannot make the browser say another name than its own.
     */
    private static boolean isByLocalName(Request request) {
        String host = request.headers().first("Host");
        if (host == null) {
            return true;
        }
        String name = PORT.matcher(host).replaceFirst("");
        return name.equals("localhost")
                || name.startsWith("[")
                || ADDRESS.matcher(name).matches();
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
