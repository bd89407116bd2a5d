package dev.cognate.triggers;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where an API of AWS is, and who calls it.
 *
 * @param endpoint the base URL; null for AWS's own endpoint in the region of what is asked for
 * @param accessKeyId the access key
 * @param secretAccessKey its secret; never printed
 * @param sessionToken the token of temporary credentials, null for permanent ones; never printed
 */
public record AwsApi(
        @Nullable URI endpoint,
        String accessKeyId,
        String secretAccessKey,
        @Nullable String sessionToken) {

    /** What URLs of a service begin with, without a slash at the end. */
    String base(String service, String region) {
        return endpoint == null
                ? "https://" + service + "." + region + ".amazonaws.com" + (region.startsWith("cn-") ? ".cn" : "")
                : endpoint.toString().replaceAll("/+$", "");
    }

    @Override
    public String toString() {
        return "AwsApi[endpoint=" + endpoint + ", accessKeyId=" + accessKeyId + ", secretAccessKey=***]";
    }
}
