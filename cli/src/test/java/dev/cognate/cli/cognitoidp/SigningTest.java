package dev.cognate.cli.cognitoidp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.RecordingServer;
import dev.cognate.cli.Terminal;
import dev.cognate.cli.credentials.Credentials;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which key signs a request, and that the signature is one. Reference: oauth-config A7, D13. */
class SigningTest {
    private static final String[] LIST = {"cognito-idp", "list-user-pools", "--max-results", "1"};

    @Test
    void theSignatureIsThatOfTheSpecification() throws Exception {
        RecordingServer.Request request =
                sent(new Terminal().with("AWS_ACCESS_KEY_ID", "AKID").with("AWS_SECRET_ACCESS_KEY", "secret"), LIST);
        String authorization = request.header("Authorization");
        String signed = authorization.replaceAll(".*SignedHeaders=([^,]*),.*", "$1");
        assertThat(signed).contains("content-type;host;").contains("x-amz-date;x-amz-target");
        assertThat(authorization)
                .startsWith("AWS4-HMAC-SHA256 Credential=AKID/20261121/us-east-1/cognito-idp/aws4_request, ")
                .endsWith("Signature=" + signature(request, signed, "secret"));
    }

    @Test
    void operationsOfUsersAreNotSigned() {
        String[] resend = {"cognito-idp", "resend-confirmation-code", "--client-id", "c", "--username", "u"};
        assertThat(sent(new Terminal().with("AWS_ACCESS_KEY_ID", "AKID"), resend)
                        .header("Authorization"))
                .isEmpty();
    }

    @Test
    void theSignatureCanBeLeftOut() {
        String[] words = {"cognito-idp", "list-user-pools", "--max-results", "1", "--no-sign-request"};
        assertThat(sent(new Terminal(), words).header("Authorization")).isEmpty();
    }

    @Test
    void aServerOnThisMachineIsContentWithAPlaceholder() {
        assertThat(sent(new Terminal(), LIST).header("Authorization"))
                .contains("Credential=COGNATE/20261121/us-east-1/");
    }

    @Test
    void theCredentialsFileIsRead(@TempDir Path home) throws Exception {
        Files.createDirectory(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/credentials"), """
                # keys
                [other]
                aws_access_key_id = OTHER
                aws_secret_access_key = o

                [default]
                aws_access_key_id = FILE
                aws_secret_access_key=f
                aws_session_token = token
                """);
        RecordingServer.Request request = sent(new Terminal().withHome(home).with("AWS_REGION", "eu-west-1"), LIST);
        assertThat(request.header("Authorization")).contains("Credential=FILE/20261121/eu-west-1/");
        assertThat(request.header("X-amz-security-token")).isEqualTo("token");
        assertThat(sent(new Terminal().withHome(home).with("AWS_PROFILE", "other"), LIST)
                        .header("Authorization"))
                .contains("Credential=OTHER/");
    }

    @Test
    void elsewhereAKeyIsNeeded() {
        Terminal.Result result = new Terminal()
                .with("AWS_ENDPOINT_URL", "https://cognito.example.com")
                .with("AWS_REGION", "eu-west-1")
                .with("AWS_EC2_METADATA_DISABLED", "true")
                .run(LIST);
        assertThat(result.status()).isEqualTo(253);
        assertThat(result.err())
                .isEqualTo(
                        "\ncognate: [ERROR]: An error occurred (NoCredentials): Unable to locate credentials. You can"
                                + " configure credentials by running \"aws login\".\n");
    }

    @Test
    void halfAKeyIsNone() {
        Terminal.Result result =
                new Terminal().with("AWS_ACCESS_KEY_ID", "AKID").run(LIST);
        assertThat(result.status()).isEqualTo(255);
        assertThat(result.err()).contains("Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY");
    }

    @Test
    void keysAreNotPrinted() {
        assertThat(new Credentials("AKID", "very-secret", "very-secret-token").toString())
                .doesNotContain("very-secret");
        assertThat(new Terminal()
                        .with("AWS_SECRET_ACCESS_KEY", "very-secret")
                        .environment()
                        .toString())
                .doesNotContain("very-secret");
    }

    private static RecordingServer.Request sent(Terminal terminal, String[] words) {
        try (RecordingServer server = new RecordingServer().willAnswer(200, "{}")) {
            Terminal.Result result =
                    terminal.with("AWS_ENDPOINT_URL", server.address()).run(words);
            assertThat(result.err()).isEmpty();
            return server.requests().getFirst();
        }
    }

    /** Signature Version 4, written down once more from its specification. */
    private static String signature(RecordingServer.Request request, String signed, String secret) throws Exception {
        StringBuilder canonical = new StringBuilder("POST\n/\n\n");
        for (String name : signed.split(";", -1)) {
            String header = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            canonical.append(name).append(':').append(request.header(header)).append('\n');
        }
        canonical.append('\n').append(signed).append('\n').append(sha256(request.body()));
        String scope = "20261121/us-east-1/cognito-idp/aws4_request";
        String text = "AWS4-HMAC-SHA256\n20261121T100000Z\n" + scope + "\n" + sha256(canonical.toString());
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, text));
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hmac(byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
