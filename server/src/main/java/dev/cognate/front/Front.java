package dev.cognate.front;

import dev.cognate.store.Store;
import dev.cognate.wire.Handler;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The server's face: the port of the API and the pages, and the port of the operators. Reference: oauth-config A1 to A9.
 */
public final class Front implements AutoCloseable {
    private final HelidonListener listener;
    private final Management management;
    private final @Nullable HelidonListener managementListener;

    /**
     * Whom the front works with.
     *
     * @param signatures how signatures are treated
     * @param metrics where requests are counted
     * @param store what {@code /health/ready} asks
     * @param clock the time of the access log
     * @param random where request ids come from
     */
    public record Collaborators(
            Signatures signatures, Metrics metrics, Store store, InstantSource clock, SecureRandom random) {}

    /**
     * Where the front listens.
     *
     * @param api the address of the API and the pages
     * @param management the address of health and metrics, null when they are served nowhere
     */
    public record Addresses(InetSocketAddress api, @Nullable InetSocketAddress management) {}

    /**
     * What the front offers.
     *
     * @param handlers the operations of user pools
     * @param others the APIs beside them
     * @param mounts the pages
     */
    public record Offer(List<Handler<?, ?>> handlers, List<OtherApi> others, List<Mount> mounts) {

        /** User pools and pages. */
        public Offer(List<Handler<?, ?>> handlers, List<Mount> mounts) {
            this(handlers, List.of(), mounts);
        }
    }

    /** A front that does not listen yet. */
    public Front(FrontSettings settings, Offer offer, Collaborators collaborators) {
        Metrics metrics = collaborators.metrics();
        RequestIds ids = new RequestIds(collaborators.random());
        Refusals refusals = new Refusals(ids, metrics);
        Api api = new Api(offer.handlers(), offer.others(), collaborators.signatures(), settings);
        Reception reception = new Reception(api, offer.mounts(), ids, notes(settings, collaborators));
        listener = new HelidonListener(settings.api(), settings.limits(), reception, refusals);
        metrics.inFlight(listener::running);
        management = new Management(metrics, collaborators.store());
        Listen managementListen = settings.management();
        managementListener = managementListen == null
                ? null
                : new HelidonListener(managementListen, settings.limits(), Desk.of(management.endpoint()), refusals);
    }

    private static Reception.Notes notes(FrontSettings settings, Collaborators collaborators) {
        Metrics metrics = collaborators.metrics();
        AccessLog log = new AccessLog(collaborators.clock());
        return (exchange, response, nanos) -> {
            String fault = exchange.fault();
            String outcome = fault != null ? fault : response.status() < 400 ? "ok" : "status " + response.status();
            metrics.request(exchange.operation(), outcome, nanos);
            if (settings.accessLog()) {
                log.write(exchange, response, nanos);
            }
        };
    }

    /**
     * Starts to listen.
     *
     * @throws java.io.UncheckedIOException a port is taken or not allowed; the message says which, and nothing listens then
     */
    public Addresses start() {
        InetSocketAddress api = listener.start();
        try {
            InetSocketAddress managed = managementListener == null ? null : managementListener.start();
            management.started();
            return new Addresses(api, managed);
        } catch (RuntimeException e) {
            listener.close();
            throw e;
        }
    }

    /** Says that it is not ready, stops to listen, lets running requests end for at most 2 seconds, and closes. */
    @Override
    public void close() {
        management.stopping();
        listener.close();
        if (managementListener != null) {
            managementListener.close();
        }
    }
}
