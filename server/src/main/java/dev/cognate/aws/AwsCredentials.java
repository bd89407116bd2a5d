package dev.cognate.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.profiles.ProfileFile;

/** Who calls an API of AWS. Never printed. Safe for use by many threads. */
public final class AwsCredentials implements AutoCloseable {
    private final Supplier<Source> open;
    private @Nullable Source source;

    private AwsCredentials(Supplier<Source> open) {
        this.open = open;
    }

    /** Where credentials come from, each time a request is signed: temporary ones change. */
    private interface Source extends AutoCloseable {
        AwsCredentialsIdentity now();

        @Override
        default void close() {}
    }

    /** There are no credentials, or they cannot be had now. */
    public static final class NoCredentials extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoCredentials(String message) {
            super(message);
        }
    }

    /** These and no others. */
    public static AwsCredentials given(String accessKeyId, String secretAccessKey, @Nullable String sessionToken) {
        AwsCredentialsIdentity identity = sessionToken == null
                ? AwsCredentialsIdentity.create(accessKeyId, secretAccessKey)
                : AwsSessionCredentialsIdentity.create(accessKeyId, secretAccessKey, sessionToken);
        return new AwsCredentials(() -> () -> identity);
    }

    /**
     * Those that the SDK's default chain finds: system properties, the environment, the shared files, the container's
     * role, the instance's role. Nothing is looked for, nor loaded, before the first call.
     */
    public static AwsCredentials byDefaultChain() {
        return new AwsCredentials(
                () -> new Chain(DefaultCredentialsProvider.builder().build()));
    }

    /** Those that the default chain finds for a profile of the shared files. */
    public static AwsCredentials ofProfile(String profile) {
        return new AwsCredentials(() -> {
            if (ProfileFile.defaultProfileFile().profile(profile).isEmpty()) {
                throw new NoCredentials("The config profile (" + profile + ") could not be found");
            }
            return new Chain(
                    DefaultCredentialsProvider.builder().profileName(profile).build());
        });
    }

    private static final class Chain implements Source {
        private final DefaultCredentialsProvider provider;

        Chain(DefaultCredentialsProvider provider) {
            this.provider = provider;
        }

        @Override
        public AwsCredentialsIdentity now() {
            try {
                return provider.resolveCredentials();
            } catch (SdkException none) {
                throw new NoCredentials(String.valueOf(none.getMessage()));
            }
        }

        @Override
        public void close() {
            provider.close();
        }
    }

    /**
     * The credentials now; may wait for a role's.
     *
     * @throws NoCredentials there are none
     */
    AwsCredentialsIdentity now() {
        return source().now();
    }

    private synchronized Source source() {
        if (source == null) {
            source = open.get();
        }
        return source;
    }

    /** Stops what keeps temporary credentials fresh. */
    @Override
    public synchronized void close() {
        if (source != null) {
            source.close();
        }
    }

    @Override
    public String toString() {
        return "AwsCredentials[***]";
    }
}
