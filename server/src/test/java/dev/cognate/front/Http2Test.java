package dev.cognate.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import dev.cognate.wire.model.Operations;
import dev.cognate.wire.model.ResendConfirmationCodeResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** HTTP/2 in the clear with prior knowledge (RFC 9113, 3.3), frame by frame. */
@Timeout(60)
class Http2Test {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final byte STATUS_200 = (byte) 0x88;
    private static final int MAX_BODY = 1000;
    private static final byte[] BODY =
            "{\"ClientId\":\"abc\",\"Username\":\"jane\"}".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private Store store;
    private TestFront front;

    @BeforeEach
    void start() {
        store = TestStores.sqlite(folder);
        front = new TestFront.Plan(store)
                .limits(FrontLimits.DEFAULT
                        .withMaxBody(MAX_BODY)
                        .withTimes(Duration.ofMillis(300), Duration.ofMillis(900)))
                .handler(Operations.RESEND_CONFIRMATION_CODE.by(
                        (request, call) -> new ResendConfirmationCodeResponse(null)))
                .start();
    }

    @AfterEach
    void stop() {
        front.close();
        store.close();
    }

    private record Frame(int type, int flags, int stream, byte[] payload) {}

    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .put((byte) (payload.length >> 16))
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }

    /** POST / with literal header fields (RFC 7541). */
    private static byte[] headers() {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(new byte[] {(byte) 0x83, (byte) 0x86, (byte) 0x84}); // POST, http, /
        block.write(1); // :authority
        text(block, "localhost");
        field(block, "content-type", "application/x-amz-json-1.1");
        field(block, "x-amz-target", TestFront.TARGET + "ResendConfirmationCode");
        return block.toByteArray();
    }

    private static void field(ByteArrayOutputStream block, String name, String value) {
        block.write(0);
        text(block, name);
        text(block, value);
    }

    private static void text(ByteArrayOutputStream block, String text) {
        block.write(text.length());
        block.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private RawClient connect() throws IOException {
        return front.connect().send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").send(frame(SETTINGS, 0, 0, new byte[0]));
    }

    private static Frame read(RawClient client, int type, int stream) throws IOException {
        while (true) {
            ByteBuffer head = ByteBuffer.wrap(client.readBytes(9));
            int length = ((head.get() & 0xff) << 16) | (head.getShort() & 0xffff);
            Frame frame = new Frame(head.get(), head.get(), head.getInt(), client.readBytes(length));
            if (frame.type() == type && frame.stream() == stream) {
                return frame;
            }
        }
    }

    @Test
    void anOperationIsAnswered() throws Exception {
        try (RawClient client = connect()) {
            for (int stream = 1; stream < 7; stream += 2) {
                client.send(frame(HEADERS, END_HEADERS, stream, headers()));
                client.send(frame(DATA, END_STREAM, stream, BODY));

                assertThat(read(client, HEADERS, stream).payload()[0]).isEqualTo(STATUS_200);
                assertThat(read(client, DATA, stream).payload()).asString().isEqualTo("{}");
            }
        }
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() throws Exception {
        try (RawClient client = connect()) {
            client.send(frame(HEADERS, END_HEADERS, 1, headers()));
            client.send(frame(DATA, END_STREAM, 1, new byte[MAX_BODY + 1]));

            assertThat(read(client, DATA, 1).payload()).asString().contains("RequestEntityTooLargeException");
        }
    }

    @Test
    void aBodyThatDoesNotComeIsCutOff() throws Exception {
        try (RawClient client = connect()) {
            client.send(frame(HEADERS, END_HEADERS, 1, headers()));
            client.send(frame(DATA, 0, 1, new byte[1]));

            assertThat(client.readToEnd()).doesNotContain("{}");
        }
    }

    @Test
    void anIdleConnectionIsClosed() throws Exception {
        try (RawClient client = connect()) {
            client.send(frame(HEADERS, END_HEADERS, 1, headers())).send(frame(DATA, END_STREAM, 1, BODY));
            read(client, DATA, 1);

            client.readToEnd();
        }
    }
}
