package dev.cognate.aws;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** Signs calls of one API with SigV4. Safe for use by many threads. */
public final class RequestSigner {
    /** Headers that the JDK's client writes itself, with the same values that were signed. */
    private static final Set<String> WRITTEN_BY_THE_CLIENT = Set.of("host", "content-length");

    private final AwsApi api;
    private final AwsCredentials credentials;
    private final InstantSource clock;

    /** A signer; the clock dates the signatures. */
    public RequestSigner(AwsApi api, AwsCredentials credentials, InstantSource clock) {
        this.api = api;
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * The headers of a signed {@code POST}, without those that the JDK's HTTP client writes itself.
     *
     * @param headers the headers to sign, beside {@code Host}
     * @throws AwsCredentials.NoCredentials there are none
     */
    public Map<String, List<String>> sign(URI url, String region, Map<String, String> headers, String body) {
        SdkHttpRequest.Builder unsigned =
                SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(url);
        headers.forEach(unsigned::putHeader);
        Map<String, List<String>> signed = new LinkedHashMap<>(AwsV4HttpSigner.create()
                .sign(call -> call.identity(credentials.now())
                        .request(unsigned.build())
                        .payload(ContentStreamProvider.fromString(body, StandardCharsets.UTF_8))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, api.signingName())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, clock.withZone(ZoneOffset.UTC)))
                .request()
                .headers());
        signed.keySet().removeIf(name -> WRITTEN_BY_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT)));
        return signed;
    }
}
