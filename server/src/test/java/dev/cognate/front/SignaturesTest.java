package dev.cognate.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import dev.cognate.wire.Call;
import dev.cognate.wire.Handler;
import dev.cognate.wire.model.ListUserPoolsResponse;
import dev.cognate.wire.model.Operations;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signatures made by the AWS SDK's own signer, verified and not. Reference: oauth-config A7. */
class SignaturesTest {
    private static final String OTHER = "OtherApi.";
    private static final String BODY = "{\"MaxResults\":10}";
    private static final String MISMATCH =
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                    + " Access Key and signing method. Consult the service documentation for details.";

    @TempDir
    private Path folder;

    private final AtomicReference<Call> seen = new AtomicReference<>();
    private Store store;
    private AccessKeys keys;
    private AccessKey.Created key;
    private TestFront front;

    @BeforeEach
    void start() {
        store = TestStores.sqlite(folder.resolve("data"));
        SecureRandom random = new SecureRandom();
        InstantSource clock = InstantSource.fixed(TestFront.NOW);
        keys = new AccessKeys(
                store, KeyRing.open(folder.resolve("seal.key"), random), new Randomness(random, clock), clock);
        key = keys.create("test");
        front = start(Signatures.verified(keys, clock, Set.of()));
    }

    private TestFront start(Signatures signatures) {
        return new TestFront.Plan(store)
                .signatures(signatures)
                .handler(listing())
                .other(new OtherApi(OTHER, "other", List.of(listing())))
                .start();
    }

    private Handler<?, ?> listing() {
        return Operations.LIST_USER_POOLS.by((request, call) -> {
            seen.set(call);
            return new ListUserPoolsResponse(null, null);
        });
    }

    @AfterEach
    void stop() {
        front.close();
        store.close();
    }

    /** Signs as the AWS SDK does. */
    private SdkHttpRequest signed(URI uri, String region, Instant at, AwsCredentialsIdentity credentials) {
        return signed(uri, region, at, credentials, TestFront.TARGET + "ListUserPools", "cognito-idp");
    }

    private SdkHttpRequest signedFor(String service, String target) {
        return signed(front.uri("/"), "us-east-1", TestFront.NOW, credentials(), target, service);
    }

    private static SdkHttpRequest signed(
            URI uri, String region, Instant at, AwsCredentialsIdentity credentials, String target, String service) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(uri)
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", target)
                .putHeader("X-Spaces", "  a   b  ")
                .build();
        return AwsV4HttpSigner.create()
                .sign(r -> r.identity(credentials)
                        .request(request)
                        .payload(ContentStreamProvider.fromUtf8String(BODY))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC)))
                .request();
    }

    /** An API beside that of user pools has signatures of its own service. */
    @Test
    void anotherApiOnTheSamePortIsSignedForItsOwnService() throws Exception {
        String other = OTHER + "ListUserPools";
        assertThat(send(signedFor("other", other)).statusCode()).isEqualTo(200);
        assertFault(
                send(signedFor("cognito-idp", other)),
                "InvalidSignatureException",
                "Credential should be scoped to correct service: 'other'.");
        assertFault(
                send(signedFor("other", TestFront.TARGET + "ListUserPools")),
                "InvalidSignatureException",
                "Credential should be scoped to correct service: 'cognito-idp'.");
    }

    private SdkHttpRequest signed() {
        return signed(front.uri("/"), "us-east-1", TestFront.NOW, credentials());
    }

    private AwsCredentialsIdentity credentials() {
        return AwsCredentialsIdentity.create(key.key().id(), key.secret().value());
    }

    private HttpResponse<String> send(SdkHttpRequest request) throws Exception {
        return send(request, BODY, authorization -> authorization);
    }

    private HttpResponse<String> send(SdkHttpRequest request, String body, UnaryOperator<String> authorization)
            throws Exception {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.getUri()).POST(BodyPublishers.ofString(body));
        request.headers().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!lower.equals("host") && !lower.equals("content-length")) {
                values.forEach(value ->
                        builder.header(name, lower.equals("authorization") ? authorization.apply(value) : value));
            }
        });
        return front.send(builder);
    }

    private static void assertFault(HttpResponse<String> answer, String type, String message) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"__type\":\"" + type + "\",\"message\":\"" + message + "\"}");
    }

    @Test
    void theSdksSignatureIsAccepted() throws Exception {
        HttpResponse<String> answer = send(signed(front.uri("/"), "eu-central-1", TestFront.NOW, credentials()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(seen.get().accessKeyId()).isEqualTo(key.key().id());
        assertThat(seen.get().region()).isEqualTo("eu-central-1");
    }

    @Test
    void theQueryIsSigned() throws Exception {
        URI uri = front.uri("/?b=2&a=%7E%20x&a=1&empty&slash=%2F");

        assertThat(send(signed(uri, "us-east-1", TestFront.NOW, credentials())).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anotherBodyThanTheSignedOneIsRefused() throws Exception {
        assertFault(
                send(signed(), "{\"MaxResults\":11}", authorization -> authorization),
                "InvalidSignatureException",
                MISMATCH);
    }

    @Test
    void anotherSecretIsRefused() throws Exception {
        AwsCredentialsIdentity wrong = AwsCredentialsIdentity.create(key.key().id(), "wrong");

        assertFault(
                send(signed(front.uri("/"), "us-east-1", TestFront.NOW, wrong)), "InvalidSignatureException", MISMATCH);
    }

    @Test
    void anotherOperationThanTheSignedOneIsRefused() throws Exception {
        SdkHttpRequest request = signed().toBuilder()
                .putHeader("X-Amz-Target", TestFront.TARGET + "ListUsers")
                .build();

        assertFault(send(request), "InvalidSignatureException", MISMATCH);
    }

    @Test
    void anUnknownKeyIsRefused() throws Exception {
        AwsCredentialsIdentity unknown = AwsCredentialsIdentity.create("AKIAUNKNOWN", "x");

        assertFault(
                send(signed(front.uri("/"), "us-east-1", TestFront.NOW, unknown)),
                "UnrecognizedClientException",
                "The security token included in the request is invalid.");
    }

    @Test
    void aDeletedKeyIsRefused() throws Exception {
        assertThat(keys.delete(key.key().id())).isTrue();

        assertThat(send(signed()).body()).contains("UnrecognizedClientException");
    }

    @Test
    void aSessionTokenIsRefused() throws Exception {
        SdkHttpRequest request =
                signed().toBuilder().putHeader("X-Amz-Security-Token", "token").build();

        assertThat(send(request).body()).contains("UnrecognizedClientException");
    }

    @Test
    void fiveMinutesOfSkewAreToleratedInBothDirections() throws Exception {
        for (Duration skew : List.of(Duration.ofMinutes(5), Duration.ofMinutes(-5))) {
            SdkHttpRequest request = signed(front.uri("/"), "us-east-1", TestFront.NOW.plus(skew), credentials());

            assertThat(send(request).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anOldSignatureIsRefused() throws Exception {
        Instant at = TestFront.NOW.minusSeconds(301);

        assertFault(
                send(signed(front.uri("/"), "us-east-1", at, credentials())),
                "InvalidSignatureException",
                "Signature expired: 20260314T150425Z is now earlier than 20260314T150426Z (20260314T150926Z - 5 min.)");
    }

    @Test
    void aSignatureOfTheFutureIsRefused() throws Exception {
        Instant at = TestFront.NOW.plusSeconds(301);

        assertFault(
                send(signed(front.uri("/"), "us-east-1", at, credentials())),
                "InvalidSignatureException",
                "Signature not yet current: 20260314T151427Z is still later than 20260314T151426Z"
                        + " (20260314T150926Z + 5 min.)");
    }

    @Test
    void anotherServiceRegionDateOrTerminatorOfTheScopeIsRefused() throws Exception {
        assertThat(sendWith("/cognito-idp/", "/s3/")).contains("Credential should be scoped to correct service");
        assertThat(sendWith("/us-east-1/", "/us-east-2/"))
                .contains("InvalidSignatureException")
                .contains(MISMATCH);
        assertThat(sendWith("/us-east-1/", "/US_EAST/")).contains("Credential should be scoped to a valid region.");
        assertThat(sendWith("/20260314/", "/20260315/")).contains("Date in Credential scope does not match YYYYMMDD");
        assertThat(sendWith("/20260314/", "/2026/")).contains("Date in Credential scope does not match YYYYMMDD");
        assertThat(sendWith("/aws4_request", "/aws3_request")).contains("valid terminator");
    }

    @Test
    void whatMattersMustBeSigned() throws Exception {
        assertThat(sendWith("host;", "")).contains("'Host' or ':authority' must be a 'SignedHeader'");
        assertThat(sendWith("x-amz-date;", "")).contains("'X-Amz-Date' must be a 'SignedHeader'");
        assertThat(sendWith(";x-amz-target", "")).contains("'X-Amz-Target' must be a 'SignedHeader'");
    }

    @Test
    void anIncompleteHeaderIsRefused() throws Exception {
        assertThat(sendWith("Credential=", "Kredential="))
                .contains("\"__type\":\"IncompleteSignatureException\"")
                .contains("Authorization header requires 'Credential' parameter.");
        assertThat(sendWith("SignedHeaders=", "X="))
                .contains("Authorization header requires 'SignedHeaders' parameter.");
        assertThat(sendWith("Signature=", "X=")).contains("Authorization header requires 'Signature' parameter.");
        assertThat(sendWith("AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256")).contains("IncompleteSignatureException");
        assertThat(sendWith("/aws4_request", "")).contains("Credential must have exactly 5 slash-delimited elements");
    }

    @Test
    void aRequestWithoutDateIsIncomplete() throws Exception {
        SdkHttpRequest request = signed().toBuilder().removeHeader("X-Amz-Date").build();

        assertThat(send(request).body())
                .contains("IncompleteSignatureException")
                .contains("requires existence of either a 'X-Amz-Date'");
    }

    private String sendWith(String part, String other) throws Exception {
        return send(signed(), BODY, authorization -> {
                    assertThat(authorization).contains(part);
                    return authorization.replace(part, other);
                })
                .body();
    }

    @Test
    void onlyConfiguredRegionsAreServed() throws Exception {
        front.close();
        front = start(Signatures.verified(keys, InstantSource.fixed(TestFront.NOW), Set.of("eu-west-1")));

        assertThat(send(signed()).body()).contains("Credential should be scoped to a valid region.");
        assertThat(send(signed(front.uri("/"), "eu-west-1", TestFront.NOW, credentials()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void withoutVerificationEverySignatureIsBelieved() throws Exception {
        front.close();
        front = start(Signatures.any());
        AwsCredentialsIdentity anybody = AwsCredentialsIdentity.create("test", "test");

        HttpResponse<String> answer = send(signed(front.uri("/"), "local", Instant.EPOCH, anybody));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(seen.get().accessKeyId()).isEqualTo("test");
        assertThat(seen.get().region()).isEqualTo("local");
    }

    @Test
    void withoutVerificationARegionStillHasTheFormOfOne() throws Exception {
        front.close();
        front = start(Signatures.any());

        assertThat(sendWith("/us-east-1/", "/us_east_1'/")).contains("InvalidSignatureException");
    }
}
