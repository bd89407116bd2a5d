package dev.cognate.cli.cognitoidp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.RecordingServer;
import dev.cognate.cli.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --secret-hash auto}. The hash was computed with OpenSSL. */
class SecretHashesTest {
    private static final String HASH = "NVPw1eCuBtt+E2OWVkgIaz5AMHi//KOrqyuPB7lMoPM=";

    private final RecordingServer server = new RecordingServer().willAnswer(200, "{}");
    private final Terminal terminal = new Terminal().with("AWS_ENDPOINT_URL", server.address());

    @AfterEach
    void stop() {
        server.close();
    }

    private String sent() {
        return server.requests().getLast().body();
    }

    @Test
    void theHashIsMadeOfTheSecretAndTheSecretIsNotSent() {
        terminal.run(
                "cognito-idp",
                "resend-confirmation-code",
                "--client-id",
                "abc",
                "--username",
                "jane",
                "--secret-hash",
                "auto",
                "--client-secret",
                "top-secret");
        assertThat(sent())
                .isEqualTo("{\"ClientId\": \"abc\", \"SecretHash\": \"" + HASH + "\", \"Username\": \"jane\"}");
    }

    @Test
    void theSecretMayBeInAFileOrAVariable(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "top-secret\n");
        terminal.run(
                "cognito-idp",
                "forgot-password",
                "--client-id",
                "abc",
                "--username",
                "jane",
                "--secret-hash",
                "auto",
                "--client-secret",
                "file://" + file);
        assertThat(sent()).contains(HASH);
        terminal.with("COGNATE_CLIENT_SECRET", "top-secret");
        terminal.run(
                "cognito-idp",
                "initiate-auth",
                "--client-id",
                "abc",
                "--auth-flow",
                "USER_PASSWORD_AUTH",
                "--auth-parameters",
                "USERNAME=jane,PASSWORD=p,SECRET_HASH=auto");
        assertThat(sent()).contains("\"SECRET_HASH\": \"" + HASH + "\"");
    }

    @Test
    void withoutASecretThereIsNoHash() {
        Terminal.Result result = terminal.run(
                "cognito-idp", "forgot-password", "--client-id", "abc", "--username", "jane", "--secret-hash", "auto");
        assertThat(result.status()).isEqualTo(252);
        assertThat(result.err()).contains("A secret hash of auto needs --client-secret");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void anyOtherHashIsSentAsItIs() {
        terminal.run(
                "cognito-idp", "forgot-password", "--client-id", "abc", "--username", "jane", "--secret-hash", "mine");
        assertThat(sent()).contains("\"SecretHash\": \"mine\"");
    }
}
