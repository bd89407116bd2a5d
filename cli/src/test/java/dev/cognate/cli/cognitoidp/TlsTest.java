package dev.cognate.cli.cognitoidp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.Terminal;
import dev.cognate.cli.TlsServer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a connection trusts, against a server with a certificate of its own. Reference: oauth-config D12, D13. */
class TlsTest {
    @TempDir
    private Path folder;

    private TlsServer server;
    private Terminal terminal;

    @BeforeEach
    void start() throws Exception {
        server = new TlsServer(folder);
        terminal = new Terminal().with("AWS_ENDPOINT_URL", server.address()).with("AWS_MAX_ATTEMPTS", "1");
    }

    @AfterEach
    void stop() {
        server.close();
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
        String bundle = server.bundle();
        assertThat(resend("--ca-bundle", bundle).err()).isEmpty();
        assertThat(terminal.with("AWS_CA_BUNDLE", bundle)).isNotNull();
        assertThat(resend().err()).isEmpty();
    }

    /** The commands of our own go the same way. */
    @Test
    void theInboxAndTheDoctorTrustWhomTheOperationsTrust() {
        String bundle = server.bundle();
        String[] doctor = {"doctor", "--user-pool-id", "us-east-1_E", "--client-id", "c"};
        assertThat(terminal.run("inbox", "list").err()).contains("SSL validation failed for https://localhost:");
        assertThat(terminal.run(doctor).out()).contains("SSL validation failed for https://localhost:");
        for (String[] trusting : new String[][] {{"--ca-bundle", bundle}, {"--no-verify-ssl"}}) {
            assertThat(with(trusting, "inbox", "list").err()).contains("has no inbox");
            assertThat(with(trusting, doctor).out()).doesNotContain("SSL");
        }
        terminal.with("AWS_CA_BUNDLE", bundle);
        assertThat(terminal.run("inbox", "list").err()).contains("has no inbox");
    }

    private Terminal.Result with(String[] more, String... words) {
        return terminal.run(Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new));
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
