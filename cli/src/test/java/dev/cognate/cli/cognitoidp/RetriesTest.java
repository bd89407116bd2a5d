package dev.cognate.cli.cognitoidp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.RecordingServer;
import dev.cognate.cli.Terminal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Attempts and the waits between them. Reference: oauth-config A9. */
class RetriesTest {
    private static final String[] RESEND = {
        "cognito-idp", "resend-confirmation-code", "--client-id", "c", "--username", "u"
    };

    @Test
    void threeAttemptsAreOneCall() {
        try (RecordingServer server = new RecordingServer().willAnswer(500, "{}")) {
            Terminal terminal = new Terminal().with("AWS_ENDPOINT_URL", server.address());
            assertThat(terminal.run(RESEND).status()).isEqualTo(254);
            assertThat(server.requests())
                    .extracting(request -> request.header("Amz-sdk-request"))
                    .containsExactly("attempt=1", "attempt=2; max=3", "attempt=3; max=3");
            assertThat(server.requests())
                    .extracting(request -> request.header("Amz-sdk-invocation-id"))
                    .containsOnly(server.requests().getFirst().header("Amz-sdk-invocation-id"));
        }
    }

    @Test
    void waitsAreRandomAndMayDouble() {
        try (RecordingServer server = new RecordingServer().willAnswer(500, "{}")) {
            Terminal terminal =
                    new Terminal().with("AWS_ENDPOINT_URL", server.address()).with("AWS_MAX_ATTEMPTS", "8");
            terminal.run(RESEND);
            assertThat(terminal.waits()).hasSize(7).doesNotHaveDuplicates();
            for (int i = 0; i < 7; i++) {
                assertThat(terminal.waits().get(i)).isBetween(Duration.ZERO, Duration.ofSeconds(Math.min(1L << i, 20)));
            }
        }
    }

    @Test
    void anErrorOfTheUserIsNotRepeated() {
        try (RecordingServer server =
                new RecordingServer().willAnswer(400, "{\"__type\":\"CodeMismatchException\",\"message\":\"No.\"}")) {
            new Terminal().with("AWS_ENDPOINT_URL", server.address()).run(RESEND);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aClosedPortIsTriedThreeTimes() throws IOException {
        // A socket that holds the port and does not listen: nobody else opens it meanwhile.
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String address = "http://127.0.0.1:" + held.getLocalPort();
            Terminal terminal = new Terminal().with("AWS_ENDPOINT_URL", address);
            Terminal.Result result = terminal.run(RESEND);
            assertThat(result.status()).isEqualTo(255);
            assertThat(result.err())
                    .isEqualTo("\ncognate: [ERROR]: Could not connect to the endpoint URL: \"" + address + "/\"\n");
            assertThat(terminal.waits()).hasSize(2);
        }
    }

    @Test
    void aConnectionThatClosesIsTriedThreeTimesAndNeverBehindOurBack() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        Thread closer;
        try (ServerSocket listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            closer = Thread.ofVirtual().start(() -> closeAll(listener, connections));
            Terminal terminal = new Terminal().with("AWS_ENDPOINT_URL", "http://127.0.0.1:" + listener.getLocalPort());
            Terminal.Result result = terminal.run(RESEND);
            assertThat(result.status()).isEqualTo(255);
            assertThat(result.err())
                    .contains("Connection was closed before we received a valid response from endpoint URL");
        }
        closer.join();
        assertThat(connections).hasValue(3);
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            Terminal terminal = new Terminal()
                    .with("AWS_ENDPOINT_URL", "http://127.0.0.1:" + silent.getLocalPort())
                    .with("AWS_MAX_ATTEMPTS", "1");
            Terminal.Result result = terminal.run(
                    "cognito-idp",
                    "resend-confirmation-code",
                    "--client-id",
                    "c",
                    "--username",
                    "u",
                    "--cli-read-timeout",
                    "1");
            assertThat(result.err()).contains("Read timeout on endpoint URL: \"http://127.0.0.1:");
            assertThat(result.status()).isEqualTo(255);
        }
    }

    private static void closeAll(ServerSocket listener, AtomicInteger connections) {
        while (!listener.isClosed()) {
            try (Socket connection = listener.accept()) {
                connections.incrementAndGet();
                // Wait for the request, so that the client sees it sent and never answered.
                connection.getInputStream().read();
            } catch (IOException closed) {
                return;
            }
        }
    }
}
