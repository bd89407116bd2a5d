package dev.cognate.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import org.jspecify.annotations.Nullable;

/** Where output goes, with a memory of what went wrong: a print stream tells nobody that the disk is full. */
final class Outlet extends OutputStream {
    private final OutputStream target;
    private @Nullable IOException failure;

    Outlet(OutputStream target) {
        this.target = target;
    }

    /** Why not all was written; null when it was, or when whoever read it left, who has seen enough. */
    @Nullable String complaint() {
        String message = failure == null ? null : String.valueOf(failure.getMessage());
        return message == null || message.equals(brokenPipe()) ? null : message;
    }

    /** How the system says that nobody reads a pipe any more: it says so in the language of the user. */
    private static @Nullable String brokenPipe() {
        try {
            Pipe pipe = Pipe.open();
            try (Pipe.SinkChannel sink = pipe.sink()) {
                pipe.source().close();
                sink.write(ByteBuffer.allocate(1));
            }
            return null;
        } catch (IOException broken) {
            return broken.getMessage();
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int count) throws IOException {
        try {
            target.write(some, from, count);
        } catch (IOException failed) {
            failure = failed;
            throw failed;
        }
    }
}
