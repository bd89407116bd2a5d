package dev.cognate.cli.credentials;

import dev.cognate.cli.configuration.Settings;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonValue.Whole;
import dev.cognate.cli.json.JsonWriter;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/** Keys for roles, from the security token service. */
final class Roles {
    private static final String ROLE = "role_arn";

    private final Settings settings;
    private final AwsServices services;
    private final Surroundings surroundings;
    private final KeyCache cache;

    Roles(Settings settings, AwsServices services, Surroundings surroundings) {
        this.settings = settings;
        this.services = services;
        this.surroundings = surroundings;
        this.cache = new KeyCache(
                settings.environment().home(), surroundings.timing().clock());
    }

    /**
     * The key for the role that the profile names. It is asked for, and with it the code of a second factor, only when the
     * last one is about to expire.
     *
     * @param source has the key with which the role is assumed
     */
    Credentials assumed(Map<String, String> profile, Supplier<Credentials> source) {
        String name = KeyCache.name(JsonWriter.compact(request(profile)));
        Credentials kept = cache.find(name);
        if (kept != null) {
            return kept;
        }
        Credentials key = source.get();
        AssumeRoleRequest request = AssumeRoleRequest.builder()
                .roleArn(profile.get(ROLE))
                .roleSessionName(sessionName(profile))
                .externalId(profile.get("external_id"))
                .serialNumber(profile.get("mfa_serial"))
                .tokenCode(code(profile.get("mfa_serial")))
                .durationSeconds(seconds(profile))
                .build();
        return AwsCall.named("AssumeRole").run(() -> {
            try (StsClient service = service(profile, StaticCredentialsProvider.create(key.toSdk()))) {
                return cache.keep(name, service.assumeRole(request).credentials());
            }
        });
    }

    /** The key for the role that the profile names, for whoever has the token that lies in a file. */
    Credentials withWebIdentity(Map<String, String> profile) {
        String token = token(profile.getOrDefault("web_identity_token_file", ""));
        return AwsCall.named("AssumeRoleWithWebIdentity").run(() -> {
            try (StsClient service = service(profile, AnonymousCredentialsProvider.create())) {
                return KeyCache.key(service.assumeRoleWithWebIdentity(request -> request.roleArn(profile.get(ROLE))
                                .roleSessionName(sessionName(profile))
                                .webIdentityToken(token)
                                .durationSeconds(seconds(profile)))
                        .credentials());
            }
        });
    }

    private StsClient service(Map<String, String> profile, AwsCredentialsProvider key) {
        String region = profile.get("region");
        String set = region != null ? region : settings.find("region", "AWS_REGION", "AWS_DEFAULT_REGION");
        return services.reaching("sts", set, StsClient.builder().credentialsProvider(key))
                .build();
    }

    /** What the AWS command line takes for the identity of a role's key, member by member and in its order. */
    private static Entries request(Map<String, String> profile) {
        Map<String, JsonValue> request = new TreeMap<>();
        put(request, "RoleArn", profile.get(ROLE));
        put(request, "RoleSessionName", profile.get("role_session_name"));
        put(request, "ExternalId", profile.get("external_id"));
        put(request, "SerialNumber", profile.get("mfa_serial"));
        Integer seconds = seconds(profile);
        if (seconds != null) {
            request.put("DurationSeconds", new Whole(seconds.toString()));
        }
        return new Entries(request);
    }

    private static void put(Map<String, JsonValue> request, String name, @Nullable String value) {
        if (value != null) {
            request.put(name, new Text(value));
        }
    }

    private String sessionName(Map<String, String> profile) {
        long now = surroundings.timing().clock().instant().getEpochSecond();
        return profile.getOrDefault("role_session_name", "cognate-session-" + now);
    }

    private @Nullable String code(@Nullable String device) {
        return device == null
                ? null
                : surroundings
                        .prompt()
                        .ask("Enter MFA code for " + device, true)
                        .strip();
    }

    private static @Nullable Integer seconds(Map<String, String> profile) {
        String text = profile.get("duration_seconds");
        try {
            return text == null ? null : Integer.valueOf(text.strip());
        } catch (NumberFormatException noNumber) {
            throw new CliError.General("Invalid duration_seconds: " + text);
        }
    }

    private static String token(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException unreadable) {
            throw new CliError.General("Unable to read the web identity token file " + file);
        }
    }
}
