package dev.cognate.triggers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of what a process writes; a longer one than any answer may be comes in pieces. Used by one thread. */
final class Lines {
    /** The greatest answer of a Lambda function, in bytes, and room for what is around it. */
    private static final int GREATEST = 6 * 1024 * 1024 + 1024;

    private final InputStream in;

    /** Lines of a stream that is buffered. */
    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end, null after the last. */
    @Nullable String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n' && line.size() < GREATEST) {
            line.write(next);
            next = in.read();
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
