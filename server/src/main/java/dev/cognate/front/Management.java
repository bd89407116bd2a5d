package dev.cognate.front;

import dev.cognate.store.Store;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What operators and their machines ask: is it alive, does it take requests, how much of what. Served on a port of its
 * own, which nobody outside should reach.
 */
final class Management {
    private static final Logger LOG = LoggerFactory.getLogger(Management.class);

    private final Metrics metrics;
    private final StoreProbe probe;
    private volatile State state = State.STARTING;

    private enum State {
        STARTING,
        STARTED,
        STOPPING
    }

    Management(Metrics metrics, Store store) {
        this.metrics = metrics;
        this.probe = new StoreProbe(store);
    }

    void started() {
        state = State.STARTED;
    }

    /** From now on it is alive and no longer ready. */
    void stopping() {
        state = State.STOPPING;
    }

    /** The pages. */
    Endpoint endpoint() {
        List<Mount.Page> mounts = List.of(
                Mount.exactly("GET", "/health/live", _ -> health(true)),
                Mount.exactly("GET", "/health/started", _ -> health(state != State.STARTING)),
                Mount.exactly("GET", "/health/ready", _ -> health(isReady())),
                Mount.exactly("GET", "/metrics", _ -> Response.of(200, "text/plain; version=0.0.4", metrics.text())));
        return request -> mounts.stream()
                .filter(mount -> mount.method().equals(request.method()) && mount.takes(request.path()))
                .findFirst()
                .map(mount -> mount.endpoint().answer(request))
                .orElseGet(() -> Response.text(404, "There is nothing here.\n"));
    }

    private boolean isReady() {
        if (state != State.STARTED) {
            return false;
        }
        try {
            return probe.answers();
        } catch (RuntimeException e) {
            LOG.warn("The store does not answer", e);
            return false;
        }
    }

    private static Response health(boolean good) {
        return Response.of(
                good ? 200 : 503, "application/json", good ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}");
    }
}
