package dev.cognate.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cognate.app.TestServer;
import dev.cognate.aws.AwsCredentials;
import dev.cognate.kms.DataKey;
import dev.cognate.kms.NoDataKey;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data keys of a KMS elsewhere. Reference: lifecycle I8. */
final class KmsApiTest {
    private static final String ARN = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private final FunctionHost host = new FunctionHost();

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void theRequestIsTheOneOfTheServicesApiAndSigned() {
        host.answers(200, "{\"CiphertextBlob\":\"YWJj\",\"KeyId\":\"" + ARN + "\",\"Plaintext\":\"ZGVm\"}");
        DataKey key = fresh(host.url(), ARN);
        assertThat(key.keyArn()).isEqualTo(ARN);
        assertThat(key.plaintext()).asString().isEqualTo("def");
        assertThat(key.encrypted()).asString().isEqualTo("abc");
        FunctionHost.Received request = host.received().getFirst();
        assertThat(request.method() + " " + request.path()).isEqualTo("POST /");
        assertThat(request.headers().getFirst("X-Amz-Target")).isEqualTo("TrentService.GenerateDataKey");
        assertThat(request.headers().getFirst("Authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260301/eu-west-1/kms/aws4_request, ");
        assertThat(request.body()).isEqualTo("""
                {"EncryptionContext":{"aws-crypto-public-key":"k","userpool-id":"p"},"KeyId":"%s","KeySpec":"AES_256"}\
                """.formatted(ARN));
    }

    @Test
    void anotherCognateMayBeTheKms() {
        try (TestServer server = TestServer.start()) {
            server.cognate().kms().createAs(ARN, "");
            DataKey key = fresh(URI.create(server.url()), ARN);
            assertThat(key.plaintext()).hasSize(32);
            assertThat(key.encrypted()).hasSize(184);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403|{}|AccessDeniedException",
                "200|{}|an answer without a key",
                "200|no JSON|an answer that cannot be read",
                "500|{}|ServiceException"
            })
    void whatFailsIsNamed(int status, String body, String reason) {
        host.answers(status, body);
        assertThatExceptionOfType(NoDataKey.class)
                .isThrownBy(() -> fresh(host.url(), ARN))
                .withMessage(reason);
    }

    @Test
    void anErrorHasTheNameThatTheApiGivesIt() {
        host.answers(400, "{}", Map.of("x-amzn-ErrorType", "NotFoundException:http://internal"));
        assertThatExceptionOfType(NoDataKey.class)
                .isThrownBy(() -> fresh(host.url(), ARN))
                .withMessage("NotFoundException");
        assertThatExceptionOfType(NoDataKey.class)
                .isThrownBy(() -> fresh(host.url(), "arn:aws:lambda:eu-west-1:1:function:x"))
                .withMessage("Not the ARN of a KMS key");
    }

    private static DataKey fresh(URI endpoint, String arn) {
        InstantSource clock = InstantSource.fixed(java.time.Instant.parse("2026-03-01T12:00:00Z"));
        AwsCredentials credentials = AwsCredentials.given("AKIDEXAMPLE", "secret", null);
        try (KmsApi kms = new KmsApi(endpoint, credentials, Duration.ofSeconds(30), clock)) {
            return kms.fresh(arn, Map.of("userpool-id", "p", "aws-crypto-public-key", "k"));
        }
    }
}
