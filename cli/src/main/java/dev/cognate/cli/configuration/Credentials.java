package dev.cognate.cli.configuration;

import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Endpoint;
import dev.cognate.cli.terminal.Environment;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

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
    /** What a Cognate on this machine is content with, as it accepts any key by default. */
    private static final Credentials PLACEHOLDER = new Credentials("COGNATE", "COGNATE", null);

    /** The key that the SDK found. */
    static Credentials of(AwsCredentials found) {
        String token = found instanceof AwsSessionCredentials session ? session.sessionToken() : null;
        return new Credentials(found.accessKeyId(), found.secretAccessKey(), token);
    }

    /**
     * The key of the environment's variables; null when they have none.
     *
     * @throws CliError.General when they have half of one
     */
    static @Nullable Credentials ofVariables(Environment environment) {
        String id = environment.first("AWS_ACCESS_KEY_ID");
        String secret = environment.first("AWS_SECRET_ACCESS_KEY");
        if (id == null) {
            return null;
        }
        if (secret == null) {
            throw new CliError.General("Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY");
        }
        return new Credentials(id, secret, environment.first("AWS_SESSION_TOKEN"));
    }

    /**
     * What AWS gives to a container or an instance; for an endpoint on this machine a placeholder.
     *
     * @throws CliError.Configuration when there is nothing
     */
    static Credentials ofMachine(Environment environment, Endpoint endpoint) {
        if (environment.first("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI") != null) {
            return given(ContainerCredentialsProvider.builder().build());
        }
        if (endpoint.isLoopback()) {
            return PLACEHOLDER;
        }
        if (!"true".equalsIgnoreCase(environment.first("AWS_EC2_METADATA_DISABLED"))) {
            return given(InstanceProfileCredentialsProvider.create());
        }
        throw none();
    }

    private static Credentials given(AwsCredentialsProvider provider) {
        try {
            return of(provider.resolveCredentials());
        } catch (SdkClientException nothing) {
            throw none();
        }
    }

    private static CliError none() {
        return new CliError.Configuration(
                "NoCredentials",
                "Unable to locate credentials. You can configure credentials by running \"aws login\".");
    }

    @Override
    public String toString() {
        return "Credentials[" + accessKeyId + ", ***]";
    }
}
