package dev.cognate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Output that does not reach its end. */
class OutletTest {

    private static Outlet failing(String message) {
        return new Outlet(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(message);
            }
        });
    }

    private static byte[] text() {
        return "text".getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsWrittenArrives() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (Outlet outlet = new Outlet(target)) {
            outlet.write('a');
            outlet.write(text());
            assertThat(outlet.complaint()).isNull();
        }
        assertThat(target).hasToString("atext");
    }

    @Test
    void aFullDiskIsRemembered() throws IOException {
        try (Outlet outlet = failing("No space left on device")) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> outlet.write(text()));
            assertThat(outlet.complaint()).isEqualTo("No space left on device");
        }
    }

    /** As in {@code cognate … | head -1}, in whatever language the system tells it. */
    @Test
    void aReaderWhoLeftIsNoReasonToComplain() throws IOException {
        Pipe pipe = Pipe.open();
        try (Outlet outlet = new Outlet(Channels.newOutputStream(pipe.sink()))) {
            pipe.source().close();
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> outlet.write(text()));
            assertThat(outlet.complaint()).isNull();
        } finally {
            pipe.sink().close();
        }
    }

    @Test
    void aPipeInAFilesNameIsNoReaderWhoLeft() throws IOException {
        try (Outlet outlet = failing("/pipes/out: No space left on device")) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> outlet.write(text()));
            assertThat(outlet.complaint()).isNotNull();
        }
    }
}
