package dev.cognate.cli.credentials;

import dev.cognate.cli.terminal.Environment;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What AWS gives to a machine of its own, as the AWS SDK asks for it; null where there is nothing. */
final class MachineKeys {

    private MachineKeys() {}

    static @Nullable Credentials ofContainer() {
        return given(ContainerCredentialsProvider.builder().build());
    }

    static @Nullable Credentials ofInstance(Environment environment) {
        boolean off = "true".equalsIgnoreCase(environment.first("AWS_EC2_METADATA_DISABLED"));
        return off ? null : given(InstanceProfileCredentialsProvider.create());
    }

    private static @Nullable Credentials given(AwsCredentialsProvider provider) {
        try {
            return Credentials.of(provider.resolveCredentials());
        } catch (SdkClientException nothing) {
            return null;
        }
    }
}
