package dev.cognate.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoResult;
import com.amazonaws.encryptionsdk.kmssdkv2.KmsMasterKey;
import com.amazonaws.encryptionsdk.kmssdkv2.KmsMasterKeyProvider;
import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestRules;
import dev.cognate.app.TestServer;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;

/** The functions that send a pool's messages; codes are read as those functions read them. Reference: lifecycle I8. */
final class CustomSenderTest {
    private final TestServer server = TestServer.start();
    private final String key =
            server.cognate().kms().create("us-east-1", "123456789012", "").arn();

    @BeforeEach
    void acceptEverything() {
        server.function().reset();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Clause I8.t1. The sample event: its members and their order; no {@code response}. */
    @Test
    void theEventIsTheServicesOwn() {
        TestPool pool = pool("CustomEmailSender");
        pool.signUp("alice", "alice@example.com");
        String event = onlyEvent();
        String code = member(event, "code");
        String sub = member(event, "sub");
        assertThat(event).isEqualTo("""
                {"version":"1","triggerSource":"CustomEmailSender_SignUp","region":"us-east-1","userPoolId":"%s",\
                "userName":"alice","callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"%s"},\
                "request":{"type":"customEmailSenderRequestV1","code":"%s","clientMetadata":null,\
                "userAttributes":{"sub":"%s","cognito:user_status":"UNCONFIRMED","email_verified":"false","email":"alice@example.com"}}}\
                """.formatted(pool.id(), pool.client(), code, sub));
    }

    /**
     * Clause I8.t2. The table of the {@code code} format, read by an unmodified AWS Encryption SDK through this
     * server's KMS.
     */
    @Test
    void theCodeIsReadByAnUnmodifiedEncryptionSdkAndConfirmsTheUser() {
        TestPool pool = pool("CustomEmailSender");
        pool.signUp("alice", "alice@example.com");
        CryptoResult<byte[], KmsMasterKey> decrypted = decrypt(member(onlyEvent(), "code"));
        String code = new String(decrypted.getResult(), StandardCharsets.UTF_8);
        assertThat(code).matches("[0-9]{6}");
        assertThat(decrypted.getEncryptionContext()).containsEntry("userpool-id", pool.id());
        assertThat(decrypted.getEncryptionContext()).containsOnlyKeys("aws-crypto-public-key", "userpool-id");
        assertThat(pool.confirm("alice", code).status()).isEqualTo(200);
    }

    /** Clauses I8.3, I8.4, I8.5, I8.6, I8.7, I8.8, I8.9, I8.10, I8.11. The same table, byte by byte. */
    @Test
    void theCodeHasTheBytesOfTheServicesFormat() {
        TestPool pool = pool("CustomEmailSender");
        pool.signUp("alice", "alice@example.com");
        String base64 = member(onlyEvent(), "code");
        assertThat(base64).startsWith("AYADe");
        ByteBuffer message = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
        assertThat(hex(message, 4)).as("version, type, suite").isEqualTo("01800378");
        hex(message, 16); // the id of the message
        ByteBuffer context = field(message);
        assertThat(context.getShort()).as("pairs").isEqualTo((short) 2);
        assertThat(text(field(context))).isEqualTo("aws-crypto-public-key");
        byte[] point = Base64.getDecoder().decode(text(field(context)));
        assertThat(point).hasSize(49);
        assertThat(point[0]).isIn((byte) 2, (byte) 3);
        assertThat(text(field(context))).isEqualTo("userpool-id");
        assertThat(text(field(context))).isEqualTo(pool.id());
        assertThat(context.hasRemaining()).isFalse();
        assertThat(message.getShort()).as("data keys").isEqualTo((short) 1);
        assertThat(text(field(message))).isEqualTo("aws-kms");
        assertThat(text(field(message))).isEqualTo(key);
        assertThat(field(message).remaining()).as("encrypted data key").isEqualTo(184);
        assertThat(hex(message, 1 + 4 + 1 + 4))
                .as("framed, reserved, IV length, frame length")
                .isEqualTo("02" + "00000000" + "0c" + "00001000");
        assertThat(hex(message, 12)).as("IV of the header").isEqualTo("0".repeat(24));
        hex(message, 16); // its tag
        assertThat(hex(message, 4 + 4 + 12 + 4))
                .as("final frame, its number, its IV, the length of a code")
                .isEqualTo("ffffffff" + "00000001" + "000000000000000000000001" + "00000006");
        hex(message, 6 + 16); // ciphertext and tag
        assertThat(field(message).remaining()).as("signature").isEqualTo(103);
        assertThat(message.hasRemaining()).isFalse();
    }

    /** Clauses I4.3, I8.1. */
    @Test
    void aResentCodeGoesToTheFunctionWithTheMetadataOfTheRequest() {
        TestPool pool = pool("CustomEmailSender");
        pool.signUp("alice", "alice@example.com");
        deliver();
        server.function().reset();
        pool.call("ResendConfirmationCode", "\"Username\":\"alice\",\"ClientMetadata\":{\"lang\":\"fi\"}");
        String event = onlyEvent();
        assertThat(event)
                .contains("\"triggerSource\":\"CustomEmailSender_ResendCode\"", "\"clientMetadata\":{\"lang\":\"fi\"}");
        assertThat(pool.confirm("alice", code(event)).status()).isEqualTo(200);
    }

    /** Clause I8.1. */
    @Test
    void anSmsGoesToItsOwnFunction() {
        TestPool pool = server.pool("""
                "AutoVerifiedAttributes":["phone_number"],
                "SmsConfiguration":{"SnsCallerArn":"arn:aws:iam::123456789012:role/sms"},""" + lambdas("CustomSMSSender"));
        Reply signUp = pool.signUpWith("alice", "[{\"Name\":\"phone_number\",\"Value\":\"+12065550100\"}]");
        assertThat(signUp.member("DeliveryMedium")).isEqualTo("SMS");
        String event = onlyEvent();
        assertThat(event)
                .contains(
                        "\"triggerSource\":\"CustomSMSSender_SignUp\"",
                        "\"type\":\"customSMSSenderRequestV1\"",
                        "\"phone_number\":\"+12065550100\"");
        assertThat(pool.confirm("alice", code(event)).status()).isEqualTo(200);
    }

    /** A set sender gets every message of its medium, and only of its medium. */
    @Test
    void messagesOfAnotherMediumTakeTheUsualWay() {
        TestPool pool = pool("CustomSMSSender");
        pool.signUp("alice", "alice@example.com");
        deliver();
        assertThat(server.function().events()).isEmpty();
        assertThat(pool.codes("alice")).hasSize(1);
    }

    @Test
    void nothingArrivesInTheInboxWhatAFunctionSends() {
        TestPool pool = pool("CustomEmailSender");
        pool.signUp("alice", "alice@example.com");
        assertThat(pool.codes("alice")).isEmpty();
        assertThat(server.function().events()).hasSize(1);
    }

    /** Clause I4.t1. I4, last line. */
    @Test
    void withASenderTheCustomMessageFunctionIsNotAsked() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],"
                + lambdas("CustomEmailSender")
                        .replace("{\"CustomEmail", "{\"CustomMessage\":\"" + TestFunction.ARN + "\",\"CustomEmail"));
        pool.signUp("alice", "alice@example.com");
        assertThat(onlyEvent()).contains("\"CustomEmailSender_SignUp\"");
    }

    /** Clause I8.t4. Asynchronous: the call succeeds although the sender fails; the courier asks it again. */
    @Test
    void aFunctionThatFailsIsAskedAgainAndTheClientLearnsNothing() {
        TestPool pool = pool("CustomEmailSender");
        server.function().fails("mail provider is down");
        assertThat(pool.signUp("alice", "alice@example.com").status()).isEqualTo(200);
        deliver();
        assertThat(server.function().events()).hasSize(1);
        server.function().reset();
        deliver();
        assertThat(server.function().events()).as("not before its time").isEmpty();
        server.clock().advance(Duration.ofSeconds(2));
        assertThat(pool.confirm("alice", code(onlyEvent())).status()).isEqualTo(200);
    }

    @Test
    void aKeyThatDoesNotExistDelaysTheMessageAndNotTheClient() {
        String absent = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],"
                + lambdas("CustomEmailSender").replace(key, absent));
        assertThat(pool.signUp("alice", "alice@example.com").status()).isEqualTo(200);
        deliver();
        assertThat(server.function().events()).isEmpty();
        server.cognate().kms().createAs(absent, "");
        server.clock().advance(Duration.ofSeconds(2));
        assertThat(pool.confirm("alice", code(onlyEvent())).status()).isEqualTo(200);
    }

    /** What the pool's own function sends does not use up the default sender's day. */
    @Test
    void theDailyLimitOfTheDefaultSenderDoesNotConcernIt() {
        try (TestServer one = TestServer.start(TestRules.dailyEmails(1))) {
            String itsKey =
                    one.cognate().kms().create("us-east-1", "123456789012", "").arn();
            TestPool pool = one.pool("\"AutoVerifiedAttributes\":[\"email\"],"
                    + lambdas("CustomEmailSender").replace(key, itsKey));
            assertThat(pool.signUp("alice", "alice@example.com").status()).isEqualTo(200);
            assertThat(pool.signUp("bob", "bob@example.com").status()).isEqualTo(200);
        }
    }

    /** Clauses I8.1, I8.t3. Temporary passwords with {@code <}, {@code >} and {@code &} arrive HTML-escaped. */
    @Test
    void aTemporaryPasswordIsEscaped() {
        TestPool pool = pool("CustomEmailSender");
        Reply created = pool.adminCall("AdminCreateUser", """
                "Username":"alice","TemporaryPassword":"Ab1<x>&\\"c'y","DesiredDeliveryMediums":["EMAIL"],
                "UserAttributes":[{"Name":"email","Value":"alice@example.com"}]""");
        assertThat(created.status()).as(created.body()).isEqualTo(200);
        String event = onlyEvent();
        assertThat(event)
                .contains(
                        "\"triggerSource\":\"CustomEmailSender_AdminCreateUser\"",
                        "\"clientId\":\"CLIENT_ID_NOT_APPLICABLE\"",
                        "\"cognito:user_status\":\"FORCE_CHANGE_PASSWORD\"");
        assertThat(code(event)).isEqualTo("Ab1&lt;x&gt;&amp;\"c'y");
    }

    /** Clause I8.1. The rows of the other occasions. */
    @Test
    void aForgottenPasswordsCodeGoesToTheFunction() {
        TestPool pool = pool("CustomEmailSender");
        pool.signUp("alice", "alice@example.com");
        assertThat(pool.confirm("alice", code(onlyEvent())).status()).isEqualTo(200);
        server.function().reset();
        pool.call("ForgotPassword", "\"Username\":\"alice\"");
        String event = onlyEvent();
        assertThat(event).contains("\"triggerSource\":\"CustomEmailSender_ForgotPassword\"");
        Reply confirmed = pool.call("ConfirmForgotPassword", """
                "Username":"alice","ConfirmationCode":"%s","Password":"An0ther-Horse!\"""".formatted(code(event)));
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
    }

    /** Clauses I4.6, I4.7, I8.1. What is left of the occasions. */
    @Test
    void codesOfAttributesAndOfSignInsGoToTheFunction() {
        TestPool pool = server.pool("""
                "AutoVerifiedAttributes":["email"],
                "Policies":{"SignInPolicy":{"AllowedFirstAuthFactors":["PASSWORD","EMAIL_OTP"]}},""" + lambdas("CustomEmailSender"));
        pool.confirmed("alice", "[{\"Name\":\"email\",\"Value\":\"alice@example.com\"}]");
        String token = pool.accessToken("alice");
        deliver();
        server.function().reset();

        pool.callAs(token, "GetUserAttributeVerificationCode", "\"AttributeName\":\"email\"");
        assertThat(onlyEvent()).contains("\"triggerSource\":\"CustomEmailSender_VerifyUserAttribute\"");
        server.function().reset();
        pool.callAs(
                token,
                "UpdateUserAttributes",
                "\"UserAttributes\":[{\"Name\":\"email\",\"Value\":\"al@example.com\"}]");
        assertThat(onlyEvent()).contains("\"triggerSource\":\"CustomEmailSender_UpdateUserAttribute\"");
        server.function().reset();
        TestPool choosing = pool.through(
                pool.newClient("\"ExplicitAuthFlows\":[\"ALLOW_USER_AUTH\"]").member("ClientId"));
        choosing.call("InitiateAuth", """
                "AuthFlow":"USER_AUTH","AuthParameters":{"USERNAME":"alice","PREFERRED_CHALLENGE":"EMAIL_OTP"}""");
        assertThat(onlyEvent()).contains("\"triggerSource\":\"CustomEmailSender_Authentication\"");
    }

    private TestPool pool(String sender) {
        return server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + lambdas(sender));
    }

    private String lambdas(String sender) {
        return """
                "LambdaConfig":{"%s":{"LambdaVersion":"V1_0","LambdaArn":"%s"},"KMSKeyID":"%s"}\
                """.formatted(sender, TestFunction.ARN, key);
    }

    private void deliver() {
        server.cognate().courier().deliverDue();
    }

    private String onlyEvent() {
        deliver();
        assertThat(server.function().events()).hasSize(1);
        return server.function().events().getFirst();
    }

    private String code(String event) {
        return new String(decrypt(member(event, "code")).getResult(), StandardCharsets.UTF_8);
    }

    private static String member(String event, String name) {
        return new Reply(200, HttpHeaders.of(Map.of(), (a, b) -> true), event).member(name);
    }

    /** As a function does it: the SDK with the commitment policy that the service asks for, and KMS behind an endpoint. */
    private CryptoResult<byte[], KmsMasterKey> decrypt(String base64) {
        AwsCrypto crypto = AwsCrypto.builder()
                .withCommitmentPolicy(CommitmentPolicy.RequireEncryptAllowDecrypt)
                .build();
        try (KmsClient kms = KmsClient.builder()
                .endpointOverride(URI.create(server.url()))
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "x")))
                .build()) {
            KmsMasterKeyProvider provider = KmsMasterKeyProvider.builder()
                    .customRegionalClientSupplier(region -> kms)
                    .buildDiscovery();
            return crypto.decryptData(provider, Base64.getDecoder().decode(base64));
        }
    }

    private static ByteBuffer field(ByteBuffer message) {
        byte[] bytes = new byte[message.getShort()];
        message.get(bytes);
        return ByteBuffer.wrap(bytes);
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    private static String hex(ByteBuffer message, int length) {
        byte[] bytes = new byte[length];
        message.get(bytes);
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, length));
    }
}
