package dev.cognate.cli.configuration;

import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * The files {@code ~/.aws/config} and {@code ~/.aws/credentials}, as the AWS SDK reads them, and the profile in them that
 * is used. Reference: oauth-config D13.
 */
final class Profiles {
    private static final String SERVICE = "cognito_identity_provider.";

    private final ProfileFile files;
    private final String name;

    private Profiles(ProfileFile files, String name) {
        this.files = files;
        this.name = name;
    }

    /** Whether there is a file to read. */
    static boolean exist(Environment environment) {
        return Files.isRegularFile(config(environment)) || Files.isRegularFile(credentials(environment));
    }

    /**
     * Reads the files.
     *
     * @param named the profile that somebody asked for; null for the one called {@code default}, which may be missing
     * @throws CliError.General when a file is malformed, or has no profile of that name
     */
    static Profiles read(Environment environment, @Nullable String named) {
        ProfileFile.Aggregator files = ProfileFile.aggregator();
        add(files, credentials(environment), ProfileFile.Type.CREDENTIALS);
        add(files, config(environment), ProfileFile.Type.CONFIGURATION);
        Profiles profiles = new Profiles(files.build(), named == null ? "default" : named);
        if (named != null && profiles.files.profile(named).isEmpty()) {
            throw new CliError.General("The config profile (" + named + ") could not be found");
        }
        return profiles;
    }

    private static void add(ProfileFile.Aggregator files, Path file, ProfileFile.Type type) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            files.addFile(ProfileFile.builder().content(file).type(type).build());
        } catch (IllegalArgumentException | IllegalStateException malformed) {
            // What the line was stays out of the complaint: it may hold a secret.
            throw new CliError.General("Unable to parse config file: " + file);
        }
    }

    private static Path config(Environment environment) {
        return file(environment, "AWS_CONFIG_FILE", "config");
    }

    private static Path credentials(Environment environment) {
        return file(environment, "AWS_SHARED_CREDENTIALS_FILE", "credentials");
    }

    private static Path file(Environment environment, String variable, String usual) {
        String named = environment.first(variable);
        if (named == null) {
            return environment.home().resolve(".aws").resolve(usual);
        }
        return named.startsWith("~/") ? environment.home().resolve(named.substring(2)) : Path.of(named);
    }

    /** A setting of the profile; null when it has none of this name. */
    @Nullable String setting(String key) {
        return settings().get(key);
    }

    /** A setting for this service alone, in the section {@code services} that the profile names. */
    @Nullable String ofService(String key) {
        String section = setting("services");
        return section == null
                ? null
                : files.getSection("services", section)
                        .map(Profile::properties)
                        .map(properties -> properties.get(SERVICE + key))
                        .orElse(null);
    }

    /**
     * The key of the profile: a fixed one, or what a program that it names prints; null when it has none.
     *
     * @throws CliError.General when there is one and it cannot be had
     */
    @Nullable Credentials credentials() {
        if (!hasCredentials()) {
            return null;
        }
        try (ProfileCredentialsProvider provider = ProfileCredentialsProvider.builder()
                .profileFile(files)
                .profileName(name)
                .build()) {
            AwsCredentials found = provider.resolveCredentials();
            return Credentials.of(found);
        } catch (SdkClientException | IllegalStateException | IllegalArgumentException failed) {
            throw new CliError.General(
                    "Unable to load the credentials of profile " + name + ": " + failed.getMessage());
        }
    }

    private boolean hasCredentials() {
        Map<String, String> settings = settings();
        return settings.containsKey("aws_access_key_id")
                || settings.containsKey("credential_process")
                || settings.containsKey("role_arn")
                || settings.containsKey("sso_session")
                || settings.containsKey("sso_account_id")
                || settings.containsKey("login_session");
    }

    private Map<String, String> settings() {
        return files.profile(name).map(Profile::properties).orElse(Map.of());
    }
}
