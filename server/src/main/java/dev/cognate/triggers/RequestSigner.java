package dev.cognate.triggers;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Makes requests to AWS's APIs that are signed with SigV4. */
final class RequestSigner {
    /** Headers that the HTTP client writes itself, with the same values that were signed. */
    private static final Set<String> OWN_HEADERS = Set.of("host", "content-length");

    private final AwsApi api;
    private final InstantSource clock;

    RequestSigner(AwsApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    /**
     * What a signature is made for.
     *
     * @param service the service's name in signatures, such as {@code lambda}
     */
    record Scope(String service, String region) {}

    /** A POST of a text, with further headers. */
    HttpRequest post(URI url, String body, Scope scope, Map<String, String> headers) {
        SdkHttpRequest.Builder unsigned =
                SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(url);
        headers.forEach(unsigned::putHeader);
        HttpRequest.Builder request = HttpRequest.newBuilder(url).POST(BodyPublishers.ofString(body));
        AwsV4HttpSigner.create()
                .sign(call -> call.identity(identity())
                        .request(unsigned.build())
                        .payload(ContentStreamProvider.fromString(body, StandardCharsets.UTF_8))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, scope.service())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, scope.region())
                        .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, clock.withZone(ZoneOffset.UTC)))
                .request()
                .headers()
                .forEach((name, values) -> {
                    if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                        values.forEach(value -> request.header(name, value));
                    }
                });
        return request.build();
    }

    private AwsCredentialsIdentity identity() {
        String token = api.sessionToken();
        return token == null
                ? AwsCredentialsIdentity.create(api.accessKeyId(), api.secretAccessKey())
                : AwsSessionCredentialsIdentity.create(api.accessKeyId(), api.secretAccessKey(), token);
    }
}
