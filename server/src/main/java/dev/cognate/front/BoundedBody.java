package dev.cognate.front;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body as it arrives, that fails when it turns out to be larger than it may be. */
final class BoundedBody extends FilterInputStream {
    private final long most;
    private long read;
    private boolean ended;

    BoundedBody(InputStream content, long most) {
        super(content);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int arrived = super.read(bytes, offset, length);
        if (arrived < 0) {
            ended = true;
            return arrived;
        }
        read += arrived;
        if (isTooLarge()) {
            throw new IOException("The body is larger than " + most + " bytes");
        }
        return arrived;
    }

    @Override
    public long skip(long bytes) throws IOException {
        throw new IOException("A body is read");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    boolean isTooLarge() {
        return read > most;
    }

    /** Whether it was read to its end. */
    boolean isComplete() {
        return ended;
    }
}
