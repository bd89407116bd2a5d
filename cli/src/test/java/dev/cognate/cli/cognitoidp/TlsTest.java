package dev.cognate.cli.cognitoidp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.cognate.cli.Terminal;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a connection trusts, against a server with a certificate of its own. Reference: oauth-config D12, D13. */
class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    private HttpsServer server;
    private Terminal terminal;

    @BeforeEach
    void start() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(madeKey())) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        byte[] certificate = store.getCertificate("server").getEncoded();
        Files.writeString(
                folder.resolve("bundle.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate)
                        + "\n-----END CERTIFICATE-----\n");
        terminal = new Terminal()
                .with(
                        "AWS_ENDPOINT_URL",
                        "https://localhost:" + server.getAddress().getPort())
                .with("AWS_MAX_ATTEMPTS", "1");
    }

    private Path madeKey() throws Exception {
        Path file = folder.resolve("key.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        String[] words = {
            keytool.toString(),
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost",
            "-keystore",
            file.toString(),
            "-storepass",
            new String(PASSWORD)
        };
        assertThat(new ProcessBuilder(words).start().waitFor()).isZero();
        return file;
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Terminal.Result resend(String... more) {
        String[] words = {"cognito-idp", "resend-confirmation-code", "--client-id", "c", "--username", "u"};
        String[] all = Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
        return terminal.run(all);
    }

    @Test
    void anUnknownAuthorityIsNotTrusted() {
        Terminal.Result result = resend();
        assertThat(result.status()).isEqualTo(255);
        assertThat(result.err()).contains("SSL validation failed for https://localhost:");
    }

    @Test
    void anAuthorityOfTheBundleIsTrusted() {
        String bundle = folder.resolve("bundle.pem").toString();
        assertThat(resend("--ca-bundle", bundle).err()).isEmpty();
        assertThat(terminal.with("AWS_CA_BUNDLE", bundle)).isNotNull();
        assertThat(resend().err()).isEmpty();
    }

    @Test
    void aBundleThatIsNoneIsRefused() {
        Terminal.Result result = resend("--ca-bundle", "/no/such/file");
        assertThat(result.status()).isEqualTo(255);
        assertThat(result.err())
                .contains("Could not find a suitable TLS CA certificate bundle, invalid path: /no/such/file");
    }

    @Test
    void withoutVerificationAnybodyIsTrusted() {
        assertThat(resend("--no-verify-ssl").err()).isEmpty();
    }
}
