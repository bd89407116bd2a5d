package dev.cognate.cli.configuration;

import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * The files {@code ~/.aws/config} and {@code ~/.aws/credentials}, as the AWS SDK reads them, and the profile in them that
 * is used. Reference: oauth-config D13.
 */
final class Profiles {
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

    /** A setting for one service alone, in the section {@code services} that the profile names. */
    @Nullable String ofService(String service, String key) {
        String section = setting("services");
        return section == null
                ? null
                : files.getSection("services", section)
                        .map(Profile::properties)
                        .map(properties -> properties.get(service + "." + key))
                        .orElse(null);
    }

    /** The settings of a profile; null when there is none of this name. */
    @Nullable Map<String, String> profile(String other) {
        return files.profile(other).map(Profile::properties).orElse(null);
    }

    /** The settings of a section of another kind, such as {@code sso-session}; null when there is none of this name. */
    @Nullable Map<String, String> section(String kind, String other) {
        return files.getSection(kind, other).map(Profile::properties).orElse(null);
    }

    private Map<String, String> settings() {
        return files.profile(name).map(Profile::properties).orElse(Map.of());
    }
}
