package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Endpoint;
import dev.cognate.cli.terminal.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs a request.
 *
 * @param accessKeyId names the key
 * @param secretAccessKey is the key; never printed
 * @param sessionToken goes with a temporary key, null with others; never printed
 */
record Credentials(
        String accessKeyId,
        String secretAccessKey,
        @Nullable String sessionToken) {
    /** What a Cognate on this machine is content with, as it accepts any key by default. */
    private static final Credentials PLACEHOLDER = new Credentials("COGNATE", "COGNATE", null);

    /**
     * The key of the environment, else that of the profile in the credentials file, else a placeholder for an endpoint
     * on this machine.
     *
     * @throws CliError when there is none, or only half of one
     */
    static Credentials find(Environment environment, Endpoint endpoint) {
        Credentials found = ofEnvironment(environment);
        found = found != null ? found : ofFile(environment);
        if (found != null) {
            return found;
        }
        if (endpoint.isLoopback()) {
            return PLACEHOLDER;
        }
        throw new CliError.Configuration(
                "NoCredentials",
                "Unable to locate credentials. You can configure credentials by running \"aws login\".");
    }

    private static @Nullable Credentials ofEnvironment(Environment environment) {
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

    private static @Nullable Credentials ofFile(Environment environment) {
        String named = environment.first("AWS_SHARED_CREDENTIALS_FILE");
        Path file = named == null ? environment.home().resolve(".aws").resolve("credentials") : Path.of(named);
        String profile = environment.first("AWS_PROFILE", "AWS_DEFAULT_PROFILE");
        Map<String, String> settings = section(file, profile == null ? "default" : profile);
        String id = settings.get("aws_access_key_id");
        String secret = settings.get("aws_secret_access_key");
        return id == null || secret == null ? null : new Credentials(id, secret, settings.get("aws_session_token"));
    }

    private static Map<String, String> section(Path file, String profile) {
        Map<String, String> settings = new HashMap<>();
        boolean within = false;
        for (String line : lines(file)) {
            String text = line.strip();
            int equals = text.indexOf('=');
            if (text.startsWith("[")) {
                within = text.equals("[" + profile + "]");
            } else if (within && equals > 0 && !text.startsWith("#")) {
                settings.put(
                        text.substring(0, equals).strip(),
                        text.substring(equals + 1).strip());
            }
        }
        return settings;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            throw new CliError.General("Unable to read " + file);
        }
    }

    @Override
    public String toString() {
        return "Credentials[" + accessKeyId + ", ***]";
    }
}
