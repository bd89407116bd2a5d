package dev.cognate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Output of commands that does not reach its end. */
class OutletTest {
    private final StringWriter complaints = new StringWriter();

    private boolean isWritten(OutputStream target) {
        Outlet outlet = new Outlet(target);
        PrintWriter out = new PrintWriter(outlet, true, StandardCharsets.UTF_8);
        out.println("first");
        out.println("second");
        return Main.isWritten(outlet, new PrintWriter(complaints, true));
    }

    @Test
    void whatArrivesIsASuccess() {
        assertThat(isWritten(OutputStream.nullOutputStream())).isTrue();
        assertThat(complaints).asString().isEmpty();
    }

    @Test
    void aFullDiskIsAFailure() {
        boolean written = isWritten(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        });

        assertThat(written).isFalse();
        assertThat(complaints)
                .hasToString("cognate: Not all of it could be written to standard output: No space left on device"
                        + System.lineSeparator());
    }

    /** As in {@code cognate serve --help | head -1}. */
    @Test
    void aReaderWhoLeftIsToldNothing() throws IOException {
        Pipe pipe = Pipe.open();
        pipe.source().close();
        try (Pipe.SinkChannel sink = pipe.sink()) {
            assertThat(isWritten(Channels.newOutputStream(sink))).isFalse();
        }
        assertThat(complaints).asString().isEmpty();
    }
}
