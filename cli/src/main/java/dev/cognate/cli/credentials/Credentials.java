package dev.cognate.cli.credentials;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * The key that signs a request.
 *
 * @param accessKeyId names the key
 * @param secretAccessKey is the key; never printed
 * @param sessionToken goes with a temporary key, null with others; never printed
 */
public record Credentials(
        String accessKeyId,
        String secretAccessKey,
        @Nullable String sessionToken) {

    /** The key that the SDK found. */
    static Credentials of(AwsCredentials found) {
        String token = found instanceof AwsSessionCredentials session ? session.sessionToken() : null;
        return new Credentials(found.accessKeyId(), found.secretAccessKey(), token);
    }

    /** The key as the SDK takes it. */
    AwsCredentials toSdk() {
        return sessionToken == null
                ? AwsBasicCredentials.create(accessKeyId, secretAccessKey)
                : AwsSessionCredentials.create(accessKeyId, secretAccessKey, sessionToken);
    }

    @Override
    public String toString() {
        return "Credentials[" + accessKeyId + ", ***]";
    }
}
