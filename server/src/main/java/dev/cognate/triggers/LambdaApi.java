package dev.cognate.triggers;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the Invoke API of Lambda is, and who calls it.
 *
 * @param endpoint the base URL; null for AWS's own endpoint in the region of each function
 * @param accessKeyId the access key
 * @param secretAccessKey its secret; never printed
 * @param sessionToken the token of temporary credentials, null for permanent ones; never printed
 */
public record LambdaApi(
        @Nullable URI endpoint,
        String accessKeyId,
        String secretAccessKey,
        @Nullable String sessionToken) {

    @Override
    public String toString() {
        return "LambdaApi[endpoint=" + endpoint + ", accessKeyId=" + accessKeyId + ", secretAccessKey=***]";
    }
}
