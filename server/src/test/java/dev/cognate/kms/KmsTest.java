package dev.cognate.kms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations of KMS over the wire. Reference: lifecycle I8. */
final class KmsTest {
    private static final String AUTHORIZATION =
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260301/eu-west-1/kms/aws4_request, "
                    + "SignedHeaders=host;x-amz-date, Signature=0";
    private static final String SECRET = base64("secret");

    private static TestServer server;
    private static String key;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        key = expect("CreateKey", "{\"Description\":\"codes\"}").member("Arn");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aNewKeyHasAnArnInTheRegionOfTheRequestAndDescribesItself() {
        assertThat(key)
                .matches("arn:aws:kms:eu-west-1:123456789012:key/"
                        + "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        String id = key.substring(key.lastIndexOf('/') + 1);
        for (String name : new String[] {key, id}) {
            assertThat(expect("DescribeKey", "{\"KeyId\":\"" + name + "\"}").body())
                    .contains(
                            "\"Arn\":\"" + key + "\"",
                            "\"KeyId\":\"" + id + "\"",
                            "\"AWSAccountId\":\"123456789012\"",
                            "\"Description\":\"codes\"",
                            "\"KeyState\":\"Enabled\"",
                            "\"KeySpec\":\"SYMMETRIC_DEFAULT\"");
        }
    }

    @Test
    void aDataKeyComesInTheClearAndAsLongACiphertextAsTheServices() {
        Reply made = expect("GenerateDataKey", """
                {"KeyId":"%s","KeySpec":"AES_256","EncryptionContext":{"a":"1","b":"2"}}""".formatted(key));
        byte[] plain = Base64.getDecoder().decode(made.member("Plaintext"));
        byte[] encrypted = Base64.getDecoder().decode(made.member("CiphertextBlob"));
        assertThat(plain).hasSize(32);
        assertThat(encrypted).hasSize(184);
        Reply decrypted = expect("Decrypt", """
                {"CiphertextBlob":"%s","EncryptionContext":{"b":"2","a":"1"}}""".formatted(made.member("CiphertextBlob")));
        assertThat(decrypted.member("Plaintext")).isEqualTo(made.member("Plaintext"));
        assertThat(decrypted.member("KeyId")).isEqualTo(key);
        assertThat(decrypted.member("EncryptionAlgorithm")).isEqualTo("SYMMETRIC_DEFAULT");
    }

    @Test
    void aDataKeyMayHaveAnotherLength() {
        assertThat(plaintextOf("\"KeySpec\":\"AES_128\"")).hasSize(16);
        assertThat(plaintextOf("\"NumberOfBytes\":64")).hasSize(64);
    }

    private static byte[] plaintextOf(String wanted) {
        Reply made = expect("GenerateDataKey", "{\"KeyId\":\"" + key + "\"," + wanted + "}");
        return Base64.getDecoder().decode(made.member("Plaintext"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"b\":\"2\"}|{\"b\":\"3\"}",
                "{\"b\":\"2\"}|{}",
                "{}|{\"b\":\"2\"}",
                "{\"ab\":\"c\"}|{\"a\":\"bc\"}"
            })
    void anotherEncryptionContextDoesNotDecrypt(String made, String said) {
        String blob = expect("Encrypt", """
                {"KeyId":"%s","Plaintext":"%s","EncryptionContext":%s}""".formatted(key, SECRET, made)).member("CiphertextBlob");
        Reply refused = call("Decrypt", """
                {"CiphertextBlob":"%s","EncryptionContext":%s}""".formatted(blob, said));
        assertThat(refused.fault()).isEqualTo("InvalidCiphertextException");
        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void aCiphertextThatWasTouchedDoesNotDecrypt() {
        byte[] blob = Base64.getDecoder()
                .decode(expect("Encrypt", "{\"KeyId\":\"" + key + "\",\"Plaintext\":\"" + SECRET + "\"}")
                        .member("CiphertextBlob"));
        for (int i : new int[] {0, 5, 20, 100, 130, blob.length - 1}) {
            byte[] touched = blob.clone();
            touched[i] ^= 1;
            String text = Base64.getEncoder().encodeToString(touched);
            assertThat(call("Decrypt", "{\"CiphertextBlob\":\"" + text + "\"}").fault())
                    .isEqualTo("InvalidCiphertextException");
        }
        assertThat(call("Decrypt", "{\"CiphertextBlob\":\"" + base64("short") + "\"}")
                        .fault())
                .isEqualTo("InvalidCiphertextException");
    }

    @Test
    void aCiphertextIsOnlyDecryptedByTheKeyThatIsNamed() {
        String other = expect("CreateKey", "{}").member("Arn");
        String blob = expect("Encrypt", "{\"KeyId\":\"" + key + "\",\"Plaintext\":\"" + SECRET + "\"}")
                .member("CiphertextBlob");
        assertThat(call("Decrypt", "{\"CiphertextBlob\":\"" + blob + "\",\"KeyId\":\"" + other + "\"}")
                        .fault())
                .isEqualTo("IncorrectKeyException");
        assertThat(call("Decrypt", "{\"CiphertextBlob\":\"" + blob + "\",\"KeyId\":\"" + key + "\"}")
                        .member("Plaintext"))
                .isEqualTo(SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DescribeKey|{}|ValidationException: 1 validation error detected: Value null at 'keyId' failed to satisfy"
                        + " constraint: Member must not be null",
                "DescribeKey|{\"KeyId\":\"alias/codes\"}|NotFoundException: Alias alias/codes is not found.",
                "DescribeKey|{\"KeyId\":\"none\"}|NotFoundException: Key 'none' does not exist",
                "GenerateDataKey|{\"KeyId\":\"none\"}|ValidationException: Please specify either number of bytes or key spec.",
                "GenerateDataKey|{\"KeyId\":\"none\",\"KeySpec\":\"AES_256\"}|NotFoundException: Key 'none' does not exist",
                "GenerateDataKey|{\"KeyId\":\"none\",\"NumberOfBytes\":1025}|ValidationException: 1 validation error detected:"
                        + " Value at 'numberOfBytes' failed to satisfy constraint: Member must have value less than or equal to"
                        + " 1024",
                "Encrypt|{\"KeyId\":\"none\",\"Plaintext\":\"\"}|ValidationException: 1 validation error detected: Value at"
                        + " 'plaintext' failed to satisfy constraint: Member must have length greater than or equal to 1",
                "Decrypt|{}|ValidationException: 1 validation error detected: Value null at 'ciphertextBlob' failed to satisfy"
                        + " constraint: Member must not be null",
                "CreateKey|{\"KeySpec\":\"RSA_2048\"}|UnsupportedOperationException: The key spec RSA_2048 is not supported."
            })
    void whatCannotBeDoneIsToldInTheServicesWords(String operation, String request, String outcome) {
        assertThat(call(operation, request).outcome()).isEqualTo(outcome);
    }

    @Test
    void operationsThatAreNotHereAreUnknownAndUnsignedRequestsRefused() {
        assertThat(call("ScheduleKeyDeletion", "{}").fault()).isEqualTo("UnknownOperationException");
        Reply unsigned = server.send(HttpRequest.newBuilder(URI.create(server.url() + "/"))
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "TrentService.CreateKey")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(unsigned.fault()).isEqualTo("MissingAuthenticationTokenException");
    }

    @Test
    void aKeyOfAChosenArnIsMadeOnce() {
        String arn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        server.cognate().kms().createAs(arn, "");
        String blob = expect("Encrypt", "{\"KeyId\":\"" + arn + "\",\"Plaintext\":\"" + SECRET + "\"}")
                .member("CiphertextBlob");
        server.cognate().kms().createAs(arn, "again");
        assertThat(expect("Decrypt", "{\"CiphertextBlob\":\"" + blob + "\"}").member("Plaintext"))
                .isEqualTo(SECRET);
        assertThat(server.cognate().kms().list())
                .filteredOn(each -> each.arn().equals(arn))
                .hasSize(1);
    }

    @Test
    void nothingSecretIsPrinted() {
        assertThat(server.cognate().kms().fresh(key, Map.of())).hasToString("DataKey[" + key + ", ***]");
    }

    private static Reply expect(String operation, String json) {
        Reply reply = call(operation, json);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply;
    }

    private static Reply call(String operation, String json) {
        return server.send(HttpRequest.newBuilder(URI.create(server.url() + "/"))
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "TrentService." + operation)
                .header("X-Amz-Date", "20260301T120000Z")
                .header("Authorization", AUTHORIZATION)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
