package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.credentials.Credentials;
import dev.cognate.cli.terminal.Endpoint;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Signs requests with the AWS SDK's own signer (Signature Version 4). Only signed operations load this class, and with
 * it the SDK. Reference: oauth-config A7.
 */
final class RequestSigner implements HttpCall.Signer {
    private static final String SERVICE = "cognito-idp";
    /** What AWS's own command line signs, besides the host and the date. */
    private static final List<String> SIGNED = List.of("Content-Type", "X-Amz-Target");

    private final Credentials credentials;
    private final String region;
    private final InstantSource clock;

    RequestSigner(Credentials credentials, String region, InstantSource clock) {
        this.credentials = credentials;
        this.region = region;
        this.clock = clock;
    }

    @Override
    public Map<String, String> sign(Endpoint endpoint, Map<String, String> headers, byte[] body) {
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(endpoint.uri());
        SIGNED.forEach(name -> request.putHeader(name, Objects.requireNonNull(headers.get(name))));
        Clock now = Clock.fixed(clock.instant(), ZoneOffset.UTC);
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(identity())
                        .request(request.build())
                        .payload(() -> new ByteArrayInputStream(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, now));
        Map<String, String> all = new LinkedHashMap<>(headers);
        signed.request().headers().forEach((String name, List<String> values) -> all.put(name, values.getFirst()));
        return all;
    }

    private AwsCredentialsIdentity identity() {
        String token = credentials.sessionToken();
        return token == null
                ? AwsCredentialsIdentity.create(credentials.accessKeyId(), credentials.secretAccessKey())
                : AwsSessionCredentialsIdentity.create(credentials.accessKeyId(), credentials.secretAccessKey(), token);
    }
}
