package dev.cognate.front;

import dev.cognate.front.Deadlines.Deadline;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.spi.ServerConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One TCP connection: stands between the socket and Helidon's HTTP/1.1 or HTTP/2 protocol, and keeps the limits that
 * those do not have: how long a request may take to arrive and its answer to leave, how many bytes it may have, how long
 * a connection may be idle.
 *
 * <p>HTTP/1.1 has one deadline, moved on with each request. HTTP/2 has one for each request whose body is awaited, and
 * one for the connection while it has no request at all.
 */
final class HelidonConnection implements ServerConnection {
    /** How HTTP/2 with prior knowledge begins, and no method of HTTP/1.1. */
    private static final String HTTP2_PREFACE = "PRI";

    /** How long the rest of a refused request is read, so that the client sees the refusal and not a reset. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private static final byte[] NOTHING = {};

    private final HelidonListener listener;
    private final FrontLimits limits;
    private final ConnectionContext context;
    private final HelidonSocket socket;
    private final Deadline deadline;
    private final String sourceAddress;
    private volatile boolean http2;
    private volatile @Nullable ServerConnection protocol;

    // What follows is guarded by this object's monitor.
    private int running;
    private boolean receiving;
    private boolean closing;
    private boolean closed;
    private boolean complete;
    private long received;
    private long mostReceived;

    HelidonConnection(HelidonListener listener, ConnectionContext context) {
        this.listener = listener;
        this.limits = listener.limits();
        this.mostReceived = mostReceived(limits.maxBody());
        this.context = context;
        this.socket = context.serverSocket();
        this.sourceAddress = context.remotePeer().host();
        this.deadline = listener.deadlines().watch(this::cut);
        deadline.in(limits.idleTime());
    }

    // ---- the connection's life ----

    @Override
    public void handle(Limit limit) throws InterruptedException {
        listener.opened(this);
        try {
            byte[] head = firstBytes();
            http2 = new String(head, 0, HTTP2_PREFACE.length(), StandardCharsets.US_ASCII).equals(HTTP2_PREFACE);
            ServerConnection spoken =
                    listener.protocol(http2).connection(new HelidonContext(context, reader(head), this::route));
            protocol = spoken;
            spoken.handle(limit);
            if (!http2) {
                linger();
            }
        } finally {
            listener.deadlines().forget(deadline);
            listener.ended(this);
        }
    }

    /** At least as many bytes as tell the protocol. */
    private byte[] firstBytes() {
        byte[] head = receive();
        while (head.length < HTTP2_PREFACE.length()) {
            byte[] more = receive();
            int length = head.length;
            head = Arrays.copyOf(head, length + more.length);
            System.arraycopy(more, 0, head, length, more.length);
        }
        return head;
    }

    private DataReader reader(byte[] head) {
        return DataReader.create(new Supplier<>() {
            private byte @Nullable [] first = head;

            @Override
            public byte[] get() {
                byte[] bytes = first;
                first = null;
                return bytes == null ? receive() : bytes;
            }
        });
    }

    /** The next bytes of the client; ends the connection when there are none, or more than a request may have. */
    private byte[] receive() {
        byte @Nullable [] bytes;
        try {
            bytes = socket.get();
        } catch (UncheckedIOException e) {
            throw new CloseConnectionException("The connection is broken", e);
        }
        if (bytes == null) {
            throw new CloseConnectionException("The client has ended the connection");
        }
        if (!http2) {
            arrived(bytes.length);
        }
        return bytes;
    }

    private synchronized void arrived(int bytes) {
        if (!receiving && running == 0) {
            receiving = true;
            deadline.in(limits.requestTime());
        }
        received += bytes;
        if (received > mostReceived) {
            throw new CloseConnectionException("The request is far too large");
        }
    }

    /** Takes and forgets what the client still sends, for a moment: closing at once would take the answer from it. */
    private void linger() {
        synchronized (this) {
            if (closing || complete) {
                return;
            }
            receiving = false;
        }
        Duration linger = limits.requestTime().compareTo(LINGER) < 0 ? limits.requestTime() : LINGER;
        deadline.in(linger);
        try {
            long rest = 8L * limits.maxBody();
            for (byte[] bytes = socket.get(); bytes != null && rest > 0; bytes = socket.get()) {
                rest -= bytes.length;
            }
        } catch (UncheckedIOException _) {
            // The client has gone, or the moment has passed.
        }
    }

    /** Closes the socket, whatever goes on. */
    private void cut() {
        synchronized (this) {
            closed = true;
        }
        try {
            socket.close();
        } catch (UncheckedIOException _) {
            // It was closed already.
        }
    }

    @Override
    public Duration idleTime() {
        return Duration.ZERO; // Idle connections are this class's own affair.
    }

    /** Ends the connection: at once when interrupting or idle, otherwise after the answers that are being worked on. */
    @Override
    public void close(boolean interrupt) {
        boolean now;
        synchronized (this) {
            closing = true;
            now = interrupt || (running == 0 && !receiving);
        }
        if (now) {
            cut();
        }
    }

    // ---- one request ----

    private void route(RoutingRequest request, RoutingResponse response) {
        Deadline turn = begin();
        try {
            if (listener.enter()) {
                try {
                    serve(request, response, turn);
                } finally {
                    listener.leave();
                }
            } else {
                refuse(503, request, response, turn);
            }
        } finally {
            end(turn);
        }
    }

    private synchronized Deadline begin() {
        if (closed) {
            throw new CloseConnectionException("The server is stopping");
        }
        running++;
        if (!http2) {
            if (!receiving) {
                deadline.in(limits.requestTime()); // It arrived together with the request before it.
            }
            return deadline;
        }
        deadline.lift();
        Deadline turn = listener.deadlines().watch(this::cut);
        turn.in(limits.requestTime());
        return turn;
    }

    private void end(Deadline turn) {
        boolean last;
        synchronized (this) {
            running--;
            receiving = false;
            received = 0;
            mostReceived = mostReceived(limits.maxBody());
            last = running == 0 && closing;
            if (running == 0) {
                deadline.in(limits.idleTime());
            }
        }
        if (http2) {
            listener.deadlines().forget(turn);
        }
        if (last) {
            cut();
        }
    }

    private void serve(ServerRequest request, ServerResponse response, Deadline turn) {
        Mount.Upload upload = listener.desk()
                .upload(
                        request.prologue().method().text(),
                        request.prologue().uriPath().rawPath());
        if (upload != null) {
            admit(upload, request, response, turn);
            return;
        }
        try (HelidonBody body = HelidonBody.receive(request, limits.maxBody(), listener.largeBodies())) {
            if (body.isRefused()) {
                refuse(body.refusal(), request, response, turn);
                return;
            }
            turn.lift(); // How long the work may take is not the client's doing.
            Response answer = listener.desk().answer(HelidonMessages.request(request, body.bytes(), sourceAddress));
            turn.in(limits.requestTime());
            send(answer, request, response, isLast(request));
        }
    }

    /** Lets a body arrive that is too large to be held, if there is room for one more. */
    private void admit(Mount.Upload upload, ServerRequest request, ServerResponse response, Deadline turn) {
        if (request.headers().contentLength().orElse(0) > upload.maxBody()) {
            refuse(413, request, response, turn);
        } else if (!listener.uploads().tryAcquire()) {
            refuse(503, request, response, turn);
        } else {
            try {
                raiseLimit(upload.maxBody());
                turn.in(upload.time());
                pass(upload, request, response, turn);
            } finally {
                listener.uploads().release();
            }
        }
    }

    private void pass(Mount.Upload upload, ServerRequest request, ServerResponse response, Deadline turn) {
        try (BoundedBody body = new BoundedBody(content(request), upload.maxBody())) {
            Response answer;
            try {
                answer = listener.desk().answer(upload, HelidonMessages.request(request, NOTHING, sourceAddress), body);
            } catch (IOException _) {
                refuse(body.isTooLarge() ? 413 : 400, request, response, turn);
                return;
            }
            turn.in(limits.requestTime());
            send(answer, request, response, body.isComplete() ? isLast(request) : true);
            if (http2 && !body.isComplete()) {
                discard(request);
            }
        } catch (IOException _) {
            // Closing what has been read; the answer has left.
        }
    }

    private static InputStream content(ServerRequest request) {
        return request.content().hasEntity() ? request.content().inputStream() : InputStream.nullInputStream();
    }

    private synchronized void raiseLimit(long maxBody) {
        mostReceived = mostReceived(maxBody);
    }

    /** Chunk lines may be as long as the client likes and are kept until their end: a request has a size as a whole. */
    private static long mostReceived(long maxBody) {
        return 2 * maxBody + HelidonListener.MAX_HEADERS * 4L;
    }

    /** Whether there is no request after this one, which has been read to its end. */
    private synchronized boolean isLast(ServerRequest request) {
        complete = closing || request.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
        return complete;
    }

    /** Answers a request whose body was not read to its end, or not at all. */
    private void refuse(int status, ServerRequest request, ServerResponse response, Deadline turn) {
        turn.in(limits.requestTime());
        send(listener.refusals().answer(status), request, response, true);
        if (http2) {
            discard(request);
        }
    }

    /** Reads the rest of one HTTP/2 request, as long as its deadline lets it. */
    private static void discard(ServerRequest request) {
        try (InputStream rest = request.content().inputStream()) {
            rest.skip(Long.MAX_VALUE);
        } catch (IOException | RuntimeException _) {
            // The stream has ended otherwise, which is just as well.
        }
    }

    private void send(Response answer, ServerRequest request, ServerResponse response, boolean last) {
        HelidonMessages.begin(answer, response);
        ServerConnection spoken = protocol;
        if (last && !http2 && spoken != null) {
            response.headers().set(HeaderValues.CONNECTION_CLOSE);
            spoken.close(false); // Within a request this only says that there is no next one.
        }
        HelidonMessages.send(answer, request, response);
    }
}
