package dev.cognate.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A connection that sends one request at a time. It is opened again when the server has closed it. Understands answers
 * with a {@code Content-Length}, which is what all servers under test send. Used by one thread; may be closed by another.
 */
final class HttpConnection implements AutoCloseable {
    /** A peer answers ListUsers with all its users at once. */
    private static final int LARGEST_ANSWER = 64 * 1024 * 1024;

    private final InetSocketAddress address;
    private final ByteBuffer out = ByteBuffer.allocateDirect(16 * 1024);
    private ByteBuffer in = ByteBuffer.allocateDirect(64 * 1024);
    private final boolean keepsBodies;
    private volatile SocketChannel channel;

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param body the body, read as Latin-1: the load only looks for ASCII in it; empty when the status is 200, unless the
     *     connection keeps bodies
     */
    record Answer(int status, String body) {}

    /** Where the body begins, how long it is, and whether the connection stays open. */
    private record Head(int status, int end, int length, boolean keepAlive) {}

    /** A connection that keeps the bodies of faults only: a load is not to cost more than what it is put on. */
    HttpConnection(URI server) throws IOException {
        this(server, false);
    }

    /** A connection that keeps the bodies of all answers, or of faults only. */
    HttpConnection(URI server, boolean keepsBodies) throws IOException {
        this.keepsBodies = keepsBodies;
        this.address = new InetSocketAddress(server.getHost(), server.getPort());
        this.channel = open();
    }

    private SocketChannel open() throws IOException {
        SocketChannel opened = SocketChannel.open(address);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return opened;
    }

    /** Sends a request and waits for its answer. */
    Answer exchange(byte[] head, byte[] body) throws IOException {
        SocketChannel current = channel;
        if (!current.isOpen()) {
            current = open();
            channel = current;
        }
        try {
            send(current, head, body);
            return receive(current);
        } catch (IOException failure) {
            current.close();
            throw failure;
        }
    }

    private void send(SocketChannel current, byte[] head, byte[] body) throws IOException {
        out.clear().put(head).put(body).flip();
        while (out.hasRemaining()) {
            current.write(out);
        }
    }

    private Answer receive(SocketChannel current) throws IOException {
        in.clear();
        int end = -1;
        while (end < 0) {
            int looked = Math.max(0, in.position() - 3);
            fill(current);
            end = endOfHead(looked);
        }
        Head head = head(end);
        while (in.position() < head.end + head.length) {
            fill(current);
        }
        if (!head.keepAlive) {
            current.close();
        }
        return new Answer(head.status, head.status == 200 && !keepsBodies ? "" : text(head.end, head.length));
    }

    private void fill(SocketChannel current) throws IOException {
        if (!in.hasRemaining()) {
            grow();
        }
        if (current.read(in) < 0) {
            throw new EOFException("The server closed the connection before its answer was complete");
        }
    }

    private void grow() throws IOException {
        if (in.capacity() >= LARGEST_ANSWER) {
            throw new IOException("An answer is larger than " + LARGEST_ANSWER + " bytes");
        }
        in = ByteBuffer.allocateDirect(4 * in.capacity()).put(in.flip());
    }

    /** The index after the empty line, -1 when it has not arrived. */
    private int endOfHead(int from) {
        for (int i = from; i + 3 < in.position(); i++) {
            if (in.get(i) == '\r' && in.get(i + 1) == '\n' && in.get(i + 2) == '\r' && in.get(i + 3) == '\n') {
                return i + 4;
            }
        }
        return -1;
    }

    private Head head(int end) throws IOException {
        String text = text(0, end).toLowerCase(Locale.ROOT);
        int field = text.indexOf("\r\ncontent-length:");
        if (field < 0) {
            throw new IOException("An answer without a Content-Length");
        }
        int value = field + "\r\ncontent-length:".length();
        int length = Integer.parseInt(
                text.substring(value, text.indexOf('\r', value)).strip());
        int status = Integer.parseInt(text.substring(9, 12));
        return new Head(status, end, length, !text.contains("\r\nconnection: close"));
    }

    private String text(int from, int length) {
        byte[] bytes = new byte[length];
        in.get(from, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
