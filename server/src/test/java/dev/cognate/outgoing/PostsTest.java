package dev.cognate.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.outgoing.Posts.Outcome;
import dev.cognate.outgoing.Posts.Post;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Connections that the other side closes. */
class PostsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    /** A server that answers so many requests of each connection and closes it at the next one. */
    private static final class Closing implements AutoCloseable {
        private final ServerSocket socket;
        private final AtomicInteger requests = new AtomicInteger();
        private final int answers;

        Closing(int answers) throws IOException {
            this.answers = answers;
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::run);
        }

        private void run() {
            while (!socket.isClosed()) {
                try (Socket connection = socket.accept()) {
                    serve(connection);
                } catch (IOException over) {
                    // The next connection, or the end of the test.
                }
            }
        }

        private void serve(Socket connection) throws IOException {
            var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            for (int answered = 0; answered <= answers; answered++) {
                String line = in.readLine();
                while (line != null && !line.isEmpty()) {
                    line = in.readLine();
                }
                if (line == null) {
                    return;
                }
                in.skip(2); // the body
                requests.incrementAndGet();
                if (answered < answers) {
                    connection.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
                }
            }
        }

        Post post() {
            return new Post(URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/"), Map.of(), "{}");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** As servers for functions in Python do that answer by HTTP/1.0: a sign-in must not fail by it. */
    @Test
    void aConnectionThatWasClosedMeanwhileIsReplaced() throws IOException {
        try (Closing server = new Closing(1);
                Posts posts = new Posts(PATIENCE, 100)) {
            for (int i = 0; i < 3; i++) {
                assertThat(posts.send(server.post()))
                        .isEqualTo(new Outcome.Answered(200, Map.of("content-length", "2"), "{}"));
            }
        }
    }

    @Test
    void whoNeverAnswersIsAskedTwice() throws IOException {
        try (Closing server = new Closing(0);
                Posts posts = new Posts(PATIENCE, 100)) {
            assertThat(posts.send(server.post())).isInstanceOf(Outcome.Unreachable.class);
            assertThat(server.requests).hasValue(2);
        }
    }

    @Test
    void anAnswerThatIsTooLongIsNotAskedForAgain() throws IOException {
        try (Closing server = new Closing(1);
                Posts posts = new Posts(PATIENCE, 1)) {
            assertThat(posts.send(server.post())).isInstanceOf(Outcome.Unreachable.class);
            assertThat(server.requests).hasValue(1);
        }
    }
}
