package dev.cognate.front;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every complete request: sends it to the API, to a mount or nowhere, and notes what became of it. */
final class Reception implements Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final Api api;
    private final List<Mount> mounts;
    private final RequestIds ids;
    private final Notes notes;

    /** Where what became of a request is noted. */
    @FunctionalInterface
    interface Notes {

        /** Notes one request. */
        void note(Exchange exchange, Response response, long nanos);
    }

    Reception(Api api, List<Mount> mounts, RequestIds ids, Notes notes) {
        this.api = api;
        this.mounts = mounts.stream()
                .sorted(Comparator.comparing(Mount::reach)
                        .thenComparingInt(mount -> -mount.path().length()))
                .toList();
        this.ids = ids;
        this.notes = notes;
    }

    @Override
    public Response answer(Request request) {
        long start = System.nanoTime();
        Exchange exchange = new Exchange(request, ids.next());
        Response response = route(exchange);
        notes.note(exchange, response, System.nanoTime() - start);
        return response;
    }

    /** The mount that takes this request's body as it arrives; null for all other requests. */
    @Override
    public Mount.@Nullable Upload upload(String method, String path) {
        return mount(method, path) instanceof Mount.Upload upload ? upload : null;
    }

    /**
     * The answer to a request whose body arrives meanwhile.
     *
     * @throws IOException the body does not
     */
    @Override
    public Response answer(Mount.Upload upload, Request head, InputStream body) throws IOException {
        long start = System.nanoTime();
        Exchange exchange = new Exchange(head, ids.next());
        exchange.operation(upload.method() + " " + upload.path());
        Response response;
        try {
            response = upload.endpoint().answer(head, body);
        } catch (RuntimeException unexpected) {
            response = incident(exchange, unexpected);
        }
        notes.note(exchange, response, System.nanoTime() - start);
        return response;
    }

    private Response route(Exchange exchange) {
        Request request = exchange.request();
        if (request.path().equals("/") && request.method().equals("POST")) {
            return api.answer(exchange);
        }
        if (mount(request.method(), request.path()) instanceof Mount.Page page) {
            return page(exchange, page);
        }
        if (request.method().equals("OPTIONS") && !isMounted(request.path())) {
            exchange.operation("OPTIONS");
            return ApiAnswers.preflight(exchange.id(), request.headers().first("Access-Control-Request-Headers"));
        }
        return request.path().equals("/")
                ? Response.text(
                        404, "This is Cognate. Its API answers POST requests: try the AWS CLI with --endpoint-url.\n")
                : Response.text(404, "There is nothing here.\n");
    }

    private @Nullable Mount mount(String method, String path) {
        for (Mount mount : mounts) {
            if (mount.method().equals(method) && mount.takes(path)) {
                return mount;
            }
        }
        return null;
    }

    /** A page's own paths allow nothing to scripts of other sites, unless the page itself answers OPTIONS. */
    private boolean isMounted(String path) {
        return mounts.stream().anyMatch(mount -> mount.takes(path));
    }

    private static Response page(Exchange exchange, Mount.Page mount) {
        exchange.operation(mount.method() + " " + mount.path());
        try {
            return mount.endpoint().answer(exchange.request());
        } catch (Throwable unexpected) {
            return incident(exchange, unexpected);
        }
    }

    private static Response incident(Exchange exchange, Throwable unexpected) {
        LOG.error("Incident {} in {}", exchange.id(), exchange.operation(), unexpected);
        return Response.text(500, "Internal error. Incident " + exchange.id() + "\n");
    }
}
