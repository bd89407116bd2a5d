package dev.cognate.front;

import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;

/**
 * The body of one request, or why it is refused. Large bodies are few at a time, so that what bodies hold of the heap has
 * a bound that does not depend on the number of clients.
 */
final class HelidonBody implements AutoCloseable {
    /** Up to this size a body needs no permit; nearly all requests of the API are smaller than a tenth of it. */
    private static final int SMALL = 64 * 1024;

    private static final byte[] NOTHING = {};
    private static final int ACCEPTED = 0;

    private final byte[] bytes;
    private final int refusal;
    private final Semaphore permits;
    private final int taken;

    private HelidonBody(byte[] bytes, int refusal, Semaphore permits, int taken) {
        this.bytes = bytes;
        this.refusal = refusal;
        this.permits = permits;
        this.taken = taken;
    }

    /**
     * Reads the body of a request.
     *
     * @param max its largest size in bytes
     * @param permits one is held by each body that is not small, until it is closed
     * @throws CloseConnectionException the client has gone
     */
    static HelidonBody receive(ServerRequest request, int max, Semaphore permits) {
        OptionalLong length = request.headers().contentLength();
        if (length.isPresent() && length.getAsLong() > max) {
            return refused(413, permits, 0);
        }
        if (!request.content().hasEntity()) {
            return new HelidonBody(NOTHING, ACCEPTED, permits, 0);
        }
        int taken = 0;
        try (InputStream content = request.content().inputStream()) {
            int small = Math.min(SMALL, max);
            if (length.isPresent() && length.getAsLong() <= small) {
                return whole(content, (int) length.getAsLong(), permits);
            }
            byte[] bytes = content.readNBytes(small + 1);
            if (bytes.length > small && small < max) {
                if (!permits.tryAcquire()) {
                    return refused(503, permits, 0);
                }
                taken = 1;
                bytes = joined(bytes, content.readNBytes(max + 1 - bytes.length));
            }
            return bytes.length > max ? refused(413, permits, taken) : new HelidonBody(bytes, ACCEPTED, permits, taken);
        } catch (CloseConnectionException e) {
            permits.release(taken);
            throw e;
        } catch (IOException | RuntimeException _) {
            return refused(400, permits, taken);
        }
    }

    /** A small body whose length is known, which is nearly every body: read in place. */
    private static HelidonBody whole(InputStream content, int length, Semaphore permits) throws IOException {
        byte[] bytes = new byte[length];
        int read = content.readNBytes(bytes, 0, length);
        return read == length ? new HelidonBody(bytes, ACCEPTED, permits, 0) : refused(400, permits, 0);
    }

    private static HelidonBody refused(int status, Semaphore permits, int taken) {
        return new HelidonBody(NOTHING, status, permits, taken);
    }

    private static byte[] joined(byte[] begin, byte[] rest) {
        byte[] whole = Arrays.copyOf(begin, begin.length + rest.length);
        System.arraycopy(rest, 0, whole, begin.length, rest.length);
        return whole;
    }

    /** Whether it was not read to its end. */
    boolean isRefused() {
        return refusal != ACCEPTED;
    }

    /** The HTTP status of the refusal. */
    int refusal() {
        return refusal;
    }

    /** The bytes, empty when it is refused. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public void close() {
        permits.release(taken);
    }
}
