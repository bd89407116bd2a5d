package dev.cognate.cli.credentials;

import dev.cognate.cli.configuration.Settings;
import dev.cognate.cli.configuration.TlsTrust;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Environment;
import dev.cognate.cli.terminal.Surroundings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.ProcessCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The key that a profile has, or leads to. */
final class ProfileKeys {
    private static final String ROLE = "role_arn";
    private static final String SOURCE = "source_profile";
    private static final String SOURCE_KIND = "credential_source";
    private static final String TOKEN_FILE = "web_identity_token_file";
    private static final String KEY = "aws_access_key_id";
    private static final String PROGRAM = "credential_process";

    private final Settings settings;
    private final TlsTrust trust;
    private final Surroundings surroundings;

    ProfileKeys(Settings settings, TlsTrust trust, Surroundings surroundings) {
        this.settings = settings;
        this.trust = trust;
        this.surroundings = surroundings;
    }

    /**
     * The key of a profile; null when it has none.
     *
     * @throws CliError when there is one and it cannot be had
     */
    @Nullable Credentials of(String name) {
        return of(name, List.of());
    }

    /** The key for the role of the variables, which a cluster gives to its programs; null without such a role. */
    @Nullable Credentials webIdentityOfVariables() {
        Environment environment = settings.environment();
        String role = environment.first("AWS_ROLE_ARN");
        String file = environment.first("AWS_WEB_IDENTITY_TOKEN_FILE");
        if (role == null || file == null) {
            return null;
        }
        Map<String, String> profile = new LinkedHashMap<>(Map.of(ROLE, role, TOKEN_FILE, file));
        String session = environment.first("AWS_ROLE_SESSION_NAME");
        if (session != null) {
            profile.put("role_session_name", session);
        }
        return roles().withWebIdentity(profile);
    }

    private @Nullable Credentials of(String name, List<String> visited) {
        Map<String, String> profile = settings.profile(name);
        if (profile == null) {
            return null;
        }
        if (profile.containsKey(ROLE)) {
            return profile.containsKey(TOKEN_FILE)
                    ? roles().withWebIdentity(profile)
                    : roles().assumed(profile, () -> source(name, profile, visited));
        }
        if (SingleSignOn.isMeant(profile)) {
            return new SingleSignOn(settings, services(), surroundings).of(name, profile);
        }
        if (profile.containsKey(KEY)) {
            return fixed(profile);
        }
        if (profile.containsKey("login_session")) {
            throw new CliError.General("The profile \"" + name
                    + "\" signs in with aws login, which cognate cannot. A profile with credential_process ="
                    + " aws configure export-credentials --profile " + name + " can use it.");
        }
        return profile.containsKey(PROGRAM) ? printed(profile.getOrDefault(PROGRAM, "")) : null;
    }

    private AwsServices services() {
        return new AwsServices(settings, trust);
    }

    private Roles roles() {
        return new Roles(settings, services(), surroundings);
    }

    /** The key with which a role is assumed. */
    private Credentials source(String name, Map<String, String> profile, List<String> visited) {
        String source = profile.get(SOURCE);
        String kind = profile.get(SOURCE_KIND);
        if (source != null && kind != null) {
            throw new CliError.General(
                    "The profile \"" + name + "\" contains both " + SOURCE + " and " + SOURCE_KIND + ".");
        }
        if (source != null) {
            return sourceProfile(name, source, visited);
        }
        if (kind == null) {
            throw new CliError.General(
                    "Partial credentials found in assume-role, missing: " + SOURCE + " or " + SOURCE_KIND);
        }
        Environment environment = settings.environment();
        Credentials found = switch (kind) {
            case "Environment" -> CredentialChain.ofVariables(environment);
            case "EcsContainer" -> MachineKeys.ofContainer();
            case "Ec2InstanceMetadata" -> MachineKeys.ofInstance(environment);
            default ->
                throw new CliError.General("Unsupported " + SOURCE_KIND + " \"" + kind + "\" in the profile \"" + name
                        + "\": it is Environment, EcsContainer or Ec2InstanceMetadata.");
        };
        if (found == null) {
            throw new CliError.General("No credentials found in " + SOURCE_KIND + " referenced in profile " + name);
        }
        return found;
    }

    private Credentials sourceProfile(String name, String source, List<String> visited) {
        Map<String, String> profile = settings.profile(source);
        if (profile == null) {
            throw new CliError.General(
                    "The source_profile \"" + source + "\" referenced in the profile \"" + name + "\" does not exist.");
        }
        List<String> path = new ArrayList<>(visited);
        path.add(name);
        boolean leadsOn = profile.containsKey(ROLE) && !(source.equals(name) && profile.containsKey(KEY));
        if (leadsOn && path.contains(source)) {
            throw new CliError.General("Infinite loop in credential configuration detected. Attempting to load from"
                    + " profile " + source + " which has already been visited. Visited profiles: " + path);
        }
        Credentials found = leadsOn || !profile.containsKey(KEY) ? of(source, path) : fixed(profile);
        if (found == null) {
            throw new CliError.General("The source_profile \"" + source + "\" must specify either static credentials or"
                    + " a way to get some.");
        }
        return found;
    }

    private static Credentials fixed(Map<String, String> profile) {
        String secret = profile.get("aws_secret_access_key");
        if (secret == null) {
            throw new CliError.General(
                    "Partial credentials found in shared-credentials-file, missing: aws_secret_access_key");
        }
        return new Credentials(profile.getOrDefault(KEY, ""), secret, profile.get("aws_session_token"));
    }

    private static Credentials printed(String command) {
        try (ProcessCredentialsProvider program = ProcessCredentialsProvider.builder()
                .command(List.of("sh", "-c", command))
                .build()) {
            return Credentials.of(program.resolveCredentials());
        } catch (SdkClientException | IllegalStateException | IllegalArgumentException failed) {
            throw new CliError.General("Error when retrieving credentials from custom-process: " + failed.getMessage());
        }
    }
}
