package dev.cognate.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.aws.AwsCredentials;
import dev.cognate.triggers.FunctionHost.Received;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LambdaApiRunnerTest {
    private static final String ARN = "arn:aws:lambda:ap-south-1:123456789012:function:shop-hooks:live";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T10:15:30Z"));

    private final FunctionHost host = new FunctionHost();
    private final LambdaApiRunner runner = runner(null);

    private LambdaApiRunner runner(@Nullable String sessionToken) {
        return new LambdaApiRunner(
                host.url(), AwsCredentials.given("AKIDEXAMPLE", SECRET, sessionToken), Duration.ofSeconds(30), CLOCK);
    }

    @AfterEach
    void stop() {
        runner.close();
        host.close();
    }

    @Test
    void theInvokeApiIsCalledSynchronouslyWithTheEvent() {
        host.answers(200, "{\"response\":{}}");
        assertThat(runner.run(ARN, "{\"ä\":1}")).isEqualTo(new FunctionResult.Returned("{\"response\":{}}"));
        Received call = host.received().getFirst();
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path())
                .isEqualTo("/2015-03-31/functions/arn%3Aaws%3Alambda%3Aap-south-1%3A123456789012"
                        + "%3Afunction%3Ashop-hooks%3Alive/invocations");
        assertThat(call.headers().getFirst("X-Amz-Invocation-Type")).isEqualTo("RequestResponse");
        assertThat(call.body()).isEqualTo("{\"ä\":1}");
    }

    @Test
    void theSignatureIsTheOneThatTheReceivedRequestDemands() throws GeneralSecurityException {
        host.answers(200, "{\"response\":{}}");
        runner.run(ARN, "{\"ä\":1}");
        Received call = host.received().getFirst();
        String authorization = call.headers().getFirst("Authorization");
        assertThat(authorization)
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261121/ap-south-1/lambda/aws4_request, ");
        assertThat(authorization).endsWith("Signature=" + signatureOf(call, signedHeaders(authorization)));
        assertThat(signedHeaders(authorization)).contains("host", "x-amz-date");
    }

    @Test
    void temporaryCredentialsSendTheirToken() {
        host.answers(200, "{}");
        LambdaApiRunner temporary = runner("the-session-token");
        temporary.run(ARN, "{}");
        Received call = host.received().getFirst();
        assertThat(call.headers().getFirst("X-Amz-Security-Token")).isEqualTo("the-session-token");
        assertThat(signedHeaders(call.headers().getFirst("Authorization"))).contains("x-amz-security-token");
        temporary.close();
    }

    @Test
    void aFunctionErrorIsToldByItsHeader() {
        host.answers(
                200,
                "{\"errorMessage\":\"RequestId: 1 Error: Runtime exited with error: exit status 129\"}",
                Map.of("X-Amz-Function-Error", "Unhandled"));
        assertThat(runner.run(ARN, "{}"))
                .isEqualTo(new FunctionResult.FunctionError(
                        "RequestId: 1 Error: Runtime exited with error: exit status 129"));
    }

    @Test
    void aFunctionErrorWithoutAMessageIsADeadProcess() {
        host.answers(200, "null", Map.of("X-Amz-Function-Error", "Unhandled"));
        assertThat(runner.run(ARN, "{}"))
                .isEqualTo(new FunctionResult.FunctionError("Error: Runtime exited without providing a reason"));
    }

    @Test
    void whatLooksLikeAnErrorWithoutTheHeaderIsTheFunctionsOutput() {
        String output = "{\"errorMessage\":\"m\",\"errorType\":\"t\"}";
        host.answers(200, output);
        assertThat(runner.run(ARN, "{}")).isEqualTo(new FunctionResult.Returned(output));
    }

    /** Clauses I1.t3, I3.5. */
    @Test
    void theApisOwnErrorKeepsItsName() {
        host.answers(
                403,
                "{\"Message\":\"no\"}",
                Map.of("x-amzn-ErrorType", "AccessDeniedException:http://internal.amazon.com/coral/"));
        assertThat(runner.run(ARN, "{}")).isEqualTo(new FunctionResult.Failed("AccessDeniedException"));
        host.answers(404, "");
        assertThat(runner.run(ARN, "{}")).isEqualTo(new FunctionResult.Failed("ResourceNotFoundException"));
    }

    @Test
    void onlyArnsOfFunctionsAreKnown() {
        assertThat(runner.knows(ARN)).isTrue();
        assertThat(runner.knows("arn:aws-cn:lambda:cn-north-1:123456789012:function:f:$LATEST"))
                .isTrue();
        assertThat(runner.knows("arn:aws:sns:us-east-1:123456789012:topic")).isFalse();
        assertThat(runner.knows("arn:aws:lambda:us-east-1:1:function:../../x")).isFalse();
    }

    private static List<String> signedHeaders(String authorization) {
        String list = authorization.replaceFirst(".*SignedHeaders=([^,]+),.*", "$1");
        return List.of(list.split(";"));
    }

    /** The signature after the rules of SigV4, from what the server saw. */
    private static String signatureOf(Received call, List<String> signed) throws GeneralSecurityException {
        StringBuilder canonical = new StringBuilder("POST\n")
                .append(call.path().replace("%", "%25"))
                .append("\n\n");
        for (String name : signed) {
            canonical
                    .append(name)
                    .append(':')
                    .append(call.headers().getFirst(name).strip())
                    .append('\n');
        }
        canonical.append('\n').append(String.join(";", signed)).append('\n').append(sha256(call.body()));
        String scope = "20261121/ap-south-1/lambda/aws4_request";
        String toSign = "AWS4-HMAC-SHA256\n20261121T101530Z\n" + scope + "\n" + sha256(canonical.toString());
        byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
        for (String part : List.of("20261121", "ap-south-1", "lambda", "aws4_request")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static String sha256(String text) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
