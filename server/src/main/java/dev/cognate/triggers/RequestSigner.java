package dev.cognate.triggers;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Signs calls of Lambda's Invoke API with SigV4. */
final class RequestSigner {
    private final LambdaApi api;
    private final InstantSource clock;

    RequestSigner(LambdaApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    /** The headers of the signed call, among them those that the HTTP client writes itself. */
    Map<String, List<String>> sign(URI url, String event, String region) {
        SdkHttpRequest unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(url)
                .putHeader("Content-Type", "application/json")
                .putHeader("X-Amz-Invocation-Type", "RequestResponse")
                .build();
        return AwsV4HttpSigner.create()
                .sign(call -> call.identity(identity())
                        .request(unsigned)
                        .payload(ContentStreamProvider.fromString(event, StandardCharsets.UTF_8))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "lambda")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, clock.withZone(ZoneOffset.UTC)))
                .request()
                .headers();
    }

    private AwsCredentialsIdentity identity() {
        String token = api.sessionToken();
        return token == null
                ? AwsCredentialsIdentity.create(api.accessKeyId(), api.secretAccessKey())
                : AwsSessionCredentialsIdentity.create(api.accessKeyId(), api.secretAccessKey(), token);
    }
}
