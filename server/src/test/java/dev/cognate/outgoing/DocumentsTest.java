package dev.cognate.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.outgoing.Documents.Answer;
import dev.cognate.outgoing.Documents.Realm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is fetched, and what is not, from a web server that answers byte by byte what a test wants. */
class DocumentsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Documents documents = new Documents(Realm.ANYWHERE, PATIENCE);
    private final AtomicInteger connections = new AtomicInteger();
    private ServerSocket site;
    private volatile String answer = "";

    @BeforeEach
    void open() throws IOException {
        site = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    private void serve() {
        while (true) {
            try (Socket socket = site.accept()) {
                connections.incrementAndGet();
                byte[] seen = new byte[4];
                while (seen[0] != '\r' || seen[1] != '\n' || seen[2] != '\r' || seen[3] != '\n') {
                    System.arraycopy(seen, 1, seen, 0, 3);
                    seen[3] = (byte) socket.getInputStream().read();
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
                if (answer.isEmpty()) {
                    socket.getInputStream().read();
                }
            } catch (IOException closed) {
                if (site.isClosed()) {
                    return;
                }
            }
        }
    }

    private String url() {
        return "http://127.0.0.1:" + site.getLocalPort() + "/a?b=c";
    }

    private Answer get(String raw) {
        answer = raw;
        return documents.get(url());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ntext and more",
                "HTTP/1.1 200 OK\r\n\r\ntext",
                "HTTP/1.0 200 OK\nConnection: close\n\ntext",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\ntex\r\n1\r\nt\r\n0\r\n\r\n"
            })
    void aDocumentComesInAnyFraming(String raw) {
        assertThat(get(raw)).isEqualTo(new Answer.Found("text"));
    }

    @Test
    void anotherStatusIsTold() {
        assertThat(get("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n")).isEqualTo(new Answer.Refused(503));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n"
            })
    void whatIsNoGoodAnswerIsNone(String raw) {
        assertThat(get(raw)).isInstanceOf(Answer.Unreachable.class);
    }

    @Test
    void aDocumentIsAtMostAMebibyte() {
        assertThat(get("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1024 * 1024))).isInstanceOf(Answer.Found.class);
        assertThat(get("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1024 * 1024 + 1))).isInstanceOf(Answer.Unreachable.class);
        assertThat(get("HTTP/1.1 200 OK\r\nX: " + "x".repeat(70_000) + "\r\n\r\n"))
                .isInstanceOf(Answer.Unreachable.class);
    }

    @Test
    void redirectionsAreFollowedThreeTimes() {
        assertThat(get("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n"))
                .isEqualTo(new Answer.Unreachable("too many redirections"));
        assertThat(connections).hasValue(4);
        assertThat(get("HTTP/1.1 302 Found\r\nLocation: ftp://example.com/\r\nContent-Length: 0\r\n\r\n"))
                .isInstanceOf(Answer.Unreachable.class);
    }

    @Test
    void whoDoesNotAnswerIsLeft() {
        answer = "";

        assertThat(new Documents(Realm.ANYWHERE, Duration.ofMillis(200)).get(url()))
                .isInstanceOf(Answer.Unreachable.class);
    }

    /** Neither this machine nor its network is reached for somebody outside. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://169.254.169.254/latest/meta-data/",
                "https://10.0.0.1/",
                "https://0x7f000001/",
                "https://2130706433/"
            })
    void thePublicRealmEndsBeforeThisNetwork(String url) {
        assertThat(new Documents(Realm.PUBLIC, PATIENCE).get(url)).isInstanceOf(Answer.Unreachable.class);
        assertThat(connections).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/",
                "https://example.com:8443/",
                "https://jane@example.com/",
                "https:///path",
                "file:///etc/passwd",
                "example.com",
                "",
                "https://exa mple.com/"
            })
    void thePublicRealmTakesPlainHttpsUrlsOnly(String url) {
        assertThat(new Documents(Realm.PUBLIC, PATIENCE).accepts(url)).isFalse();
        assertThat(new Documents(Realm.PUBLIC, PATIENCE).accepts("https://example.com/a?b=c"))
                .isTrue();
    }
}
