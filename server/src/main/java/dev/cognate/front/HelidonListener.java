package dev.cognate.front;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.socket.SocketOptions;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportRequest;
import io.helidon.http.DirectHandler.TransportResponse;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpLogConfig;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.http2.Http2Config;
import io.helidon.webserver.http2.Http2ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A TCP port that speaks HTTP/1.1 and HTTP/2 (cleartext, prior knowledge) and hands complete requests to an
 * {@link Desk}. The classes whose names begin with Helidon are all that knows the HTTP server in use.
 */
final class HelidonListener implements AutoCloseable, ServerConnectionSelector {
    /** The largest header section in bytes. */
    static final int MAX_HEADERS = 16 * 1024;

    /** How many bodies that are not small may be held at a time. */
    private static final int LARGE_BODIES = 32;

    /** How many bodies may arrive at a time that are not held; each keeps a thread and a connection for minutes. */
    private static final int UPLOADS = 8;

    /** How much one HTTP/2 connection may send ahead: its protocol's default, since what is ahead is held. */
    private static final int HTTP2_WINDOW = 65_535;

    private static final Duration STOP_TIME = Duration.ofSeconds(2);

    private final Listen listen;
    private final FrontLimits limits;
    private final Desk desk;
    private final Refusals refusals;
    private final Deadlines deadlines;
    private final Semaphore largeBodies = new Semaphore(LARGE_BODIES);
    private final Semaphore uploads = new Semaphore(UPLOADS);
    private final Set<HelidonConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger running = new AtomicInteger();
    private final ServerConnectionSelector http1;
    private final ServerConnectionSelector http2;
    private final WebServer server;
    private volatile boolean stopping;

    HelidonListener(Listen listen, FrontLimits limits, Desk desk, Refusals refusals) {
        this.listen = listen;
        this.limits = limits;
        this.desk = desk;
        this.refusals = refusals;
        this.deadlines = new Deadlines(precision(limits.requestTime()));
        // Helidon can log what it receives and sends; passwords are in it.
        HttpLogConfig silent =
                HttpLogConfig.builder().receiveLog(false).sendLog(false).build();
        this.http1 = http1(silent);
        this.http2 = http2(silent, limits);
        this.server = server();
    }

    private static Duration precision(Duration requestTime) {
        Duration tenth = requestTime.dividedBy(10);
        Duration most = Duration.ofMillis(250);
        return tenth.compareTo(most) < 0 ? tenth : most;
    }

    private static ServerConnectionSelector http1(HttpLogConfig log) {
        return Http1ConnectionSelector.builder()
                .config(Http1Config.builder()
                        .maxHeadersSize(MAX_HEADERS)
                        .sendKeepAliveHeader(false)
                        .validateResponseHeaders(false) // Response has checked them.
                        .log(log)
                        .build())
                .build();
    }

    private static ServerConnectionSelector http2(HttpLogConfig log, FrontLimits limits) {
        return Http2ConnectionSelector.builder()
                .http2Config(Http2Config.builder()
                        .maxHeaderListSize(MAX_HEADERS)
                        .maxConcurrentStreams(256)
                        .initialWindowSize(HTTP2_WINDOW)
                        .validateResponseHeaders(false)
                        .flowControlTimeout(limits.requestTime())
                        .log(log)
                        .build())
                .build();
    }

    private WebServer server() {
        DirectHandlers.Builder direct = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            direct.addHandler(type, this::refuse);
        }
        return WebServer.builder()
                .host(listen.host())
                .port(listen.port())
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .protocolsDiscoverServices(false)
                .addConnectionSelector(this)
                .maxTcpConnections(limits.maxConnections())
                .shutdownGracePeriod(STOP_TIME)
                // Without it, small HTTP/2 answers wait 40 ms for the client's acknowledgement.
                .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
                .directHandlers(direct.build())
                .routing(_ -> {})
                .build();
    }

    /** What is wrong before there is a request: a bad request line, header fields too large. */
    private TransportResponse refuse(
            TransportRequest request,
            EventType type,
            Status status,
            ServerResponseHeaders headers,
            @Nullable String message) {
        Response answer = refusals.answer(status.code());
        TransportResponse.Builder builder = TransportResponse.builder()
                .status(Status.create(answer.status()))
                .keepAlive(false);
        for (int i = 0; i < answer.headers().size(); i++) {
            builder.header(
                    HeaderNames.create(answer.headers().name(i)),
                    answer.headers().value(i));
        }
        // Helidon 4.5.0 fails on a body here when the request came by HTTP/2.
        return request.protocolVersion().startsWith("HTTP/2")
                ? builder.build()
                : builder.entity(answer.body()).build();
    }

    /**
     * Starts to listen.
     *
     * @throws UncheckedIOException the port is taken or not allowed; the message says which
     */
    InetSocketAddress start() {
        try {
            requireFree();
        } catch (IOException e) {
            deadlines.close();
            throw new UncheckedIOException("Cannot listen on " + place() + ": " + e.getMessage(), e);
        }
        server.start();
        return new InetSocketAddress(listen.host(), server.port());
    }

    /** Helidon only logs what keeps it from listening: this says it to the caller. */
    private void requireFree() throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(listen.host()), listen.port()));
        }
    }

    private String place() {
        return (listen.host().contains(":") ? "[" + listen.host() + "]" : listen.host()) + ":" + listen.port();
    }

    /** Stops to listen, lets running requests end for at most 2 seconds, and closes all connections. */
    @Override
    public void close() {
        stopping = true;
        connections.forEach(connection -> connection.close(false));
        server.stop();
        deadlines.close();
    }

    /** Registers a connection; one that comes while the listener stops is closed at once. */
    void opened(HelidonConnection connection) {
        connections.add(connection);
        if (stopping) {
            connection.close(false);
        }
    }

    void ended(HelidonConnection connection) {
        connections.remove(connection);
    }

    FrontLimits limits() {
        return limits;
    }

    Desk desk() {
        return desk;
    }

    Refusals refusals() {
        return refusals;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    /** Permits for bodies that are not small. */
    Semaphore largeBodies() {
        return largeBodies;
    }

    /** Permits for bodies that are not held. */
    Semaphore uploads() {
        return uploads;
    }

    /** How many requests are being worked on. */
    int running() {
        return running.get();
    }

    /** Counts a request in; false when there are as many as may be. */
    boolean enter() {
        if (running.incrementAndGet() <= limits.maxRequests()) {
            return true;
        }
        running.decrementAndGet();
        return false;
    }

    void leave() {
        running.decrementAndGet();
    }

    ServerConnectionSelector protocol(boolean isHttp2) {
        return isHttp2 ? http2 : http1;
    }

    // ---- Helidon asks for a connection as soon as one is accepted, since there is no other candidate ----

    @Override
    public int bytesToIdentifyConnection() {
        return 0;
    }

    @Override
    public Support supports(BufferData data) {
        return Support.SUPPORTED;
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return Set.of("h2", "http/1.1");
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        return new HelidonConnection(this, context);
    }
}
