package dev.cognate.hosted;

import dev.cognate.domain.PoolId;
import dev.cognate.front.Endpoint;
import dev.cognate.front.Request;
import dev.cognate.front.Response;
import dev.cognate.messaging.Inbox;
import dev.cognate.messaging.InboxMessage;
import dev.cognate.messaging.InboxQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inbox for people, at {@value #PATH}: the newest messages as they look, live, with their codes to copy. It works
 * without JavaScript, by reload. What mails bring along is shown in a frame that may do nothing: no script, no form, no
 * resource of another host. To be guarded by {@link LocalOnly}.
 */
public final class InboxPage implements Endpoint {
    /** The address of the page; everything that belongs to it is below. */
    public static final String PATH = "/_cognate/inbox";

    private static final int MOST = 100;
    private static final String STYLE = "/style.css";
    private static final String SCRIPT = "/script.js";
    private static final String BODY = "/body";
    private static final String DELETE = "/delete";
    private static final Response UNKNOWN = Response.text(404, "There is no such message, or no longer.\n");

    private final Inbox inbox;

    /** The page of a server's inbox. */
    public InboxPage(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Response answer(Request request) {
        String rest = request.path().substring(PATH.length());
        try {
            return request.method().equals("POST") ? change(rest, request) : show(rest, request);
        } catch (IllegalArgumentException unusable) {
            return Response.text(400, "The query cannot be read: " + unusable.getMessage() + "\n");
        }
    }

    private Response show(String rest, Request request) {
        if (rest.isEmpty() || rest.equals("/")) {
            Wanted wanted = Wanted.of(request);
            return InboxHtml.page(wanted, find(wanted, MOST));
        }
        if (rest.equals(STYLE)) {
            return InboxHtml.file("text/css", "inbox.css");
        }
        if (rest.equals(SCRIPT)) {
            return InboxHtml.file("text/javascript", "inbox.js");
        }
        String id = idBefore(BODY, rest);
        InboxMessage message = id == null ? null : inbox.find(id);
        return message == null ? UNKNOWN : InboxHtml.body(message.message(), request.parameter("pictures") != null);
    }

    private Response change(String rest, Request request) {
        Wanted wanted = Wanted.of(request);
        String id = idBefore(DELETE, rest);
        if (id != null) {
            inbox.delete(id); // one that is gone already is as wanted
        } else if (rest.equals(DELETE)) {
            deleteAll(wanted);
        } else {
            return UNKNOWN;
        }
        return Response.empty(303).with("Location", PATH + wanted.query());
    }

    private static @Nullable String idBefore(String end, String rest) {
        int at = rest.length() - end.length();
        return rest.endsWith(end) && at > 1 ? rest.substring(1, at) : null;
    }

    private void deleteAll(Wanted wanted) {
        if (wanted.isEverything()) {
            inbox.clear();
            return;
        }
        for (List<InboxMessage> some = find(wanted, InboxQuery.GREATEST_LIMIT);
                !some.isEmpty();
                some = find(wanted, InboxQuery.GREATEST_LIMIT)) {
            some.forEach(each -> inbox.delete(each.message().id()));
        }
    }

    /** The name may be a user's or an address; an address may be a user's name too. */
    private List<InboxMessage> find(Wanted wanted, int most) {
        if (wanted.name() == null) {
            return inbox.list(new InboxQuery(wanted.pool(), null, null, most));
        }
        List<InboxMessage> toAddress = inbox.list(new InboxQuery(wanted.pool(), null, wanted.name(), most));
        return toAddress.isEmpty() ? inbox.list(new InboxQuery(wanted.pool(), wanted.name(), null, most)) : toAddress;
    }

    /**
     * Which messages the reader wants to see.
     *
     * @param name a username, an e-mail address or a phone number; null for all
     * @param pool null for all
     */
    record Wanted(@Nullable String name, @Nullable PoolId pool) {

        static Wanted of(Request request) {
            String name = request.parameter("for");
            String pool = request.parameter("userPoolId");
            return new Wanted(
                    name == null || name.isBlank() ? null : name.strip(),
                    pool == null || pool.isBlank() ? null : new PoolId(pool));
        }

        boolean isEverything() {
            return name == null && pool == null;
        }

        Wanted only(@Nullable String other) {
            return new Wanted(other, pool);
        }

        Wanted in(@Nullable PoolId other) {
            return new Wanted(name, other);
        }

        /** The same as the query of an address, with its question mark; empty for everything. */
        String query() {
            List<String> parameters = new ArrayList<>();
            if (name != null) {
                parameters.add("for=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
            }
            if (pool != null) {
                parameters.add("userPoolId=" + URLEncoder.encode(pool.value(), StandardCharsets.UTF_8));
            }
            return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
        }
    }
}
