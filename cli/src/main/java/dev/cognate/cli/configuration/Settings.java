package dev.cognate.cli.configuration;

import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Endpoint;
import dev.cognate.cli.terminal.Environment;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is set for the commands: by a variable of the environment, else by the profile in the configuration files. What an
 * option of the command line says goes before both and is for the caller to look at first. Reference: oauth-config D13.
 */
public final class Settings {
    /** The word that stands for AWS itself where an endpoint is asked for. */
    private static final String AWS = "aws";

    private static final Pattern REGION = Pattern.compile("(?![0-9]+$)(?!-)[a-zA-Z0-9-]{0,63}(?<!-)");

    private final Environment environment;
    private final @Nullable String profile;
    private final boolean profileByOption;
    private @Nullable Profiles profiles;

    /** @param profile the value of {@code --profile}; null without that option */
    public Settings(Environment environment, @Nullable String profile) {
        this.environment = environment;
        this.profile = profile != null ? profile : environment.first("AWS_PROFILE", "AWS_DEFAULT_PROFILE");
        this.profileByOption = profile != null;
    }

    /** The variables and the home folder. */
    public Environment environment() {
        return environment;
    }

    /**
     * The value of the first of these variables that is set and not empty, else of the key in the profile; null when
     * nobody says anything.
     *
     * @throws CliError.General when the files are malformed or lack the profile
     */
    public @Nullable String find(String key, String... variables) {
        String value = environment.first(variables);
        return value != null ? value : ofProfile(key);
    }

    /** The value of the key in the profile; null when it has none. */
    public @Nullable String ofProfile(String key) {
        Profiles files = profiles();
        return files == null ? null : files.setting(key);
    }

    /** The name of the profile that is used. */
    public String profileName() {
        return profile == null ? "default" : profile;
    }

    /** Whether an option names the profile, so that it goes before the variables. */
    public boolean isProfileByOption() {
        return profileByOption;
    }

    /** The settings of a profile; null when there is none of this name. */
    public @Nullable Map<String, String> profile(String name) {
        Profiles files = profiles();
        return files == null ? null : files.profile(name);
    }

    /** The settings of a section of another kind, such as {@code sso-session}; null when there is none of this name. */
    public @Nullable Map<String, String> section(String kind, String name) {
        Profiles files = profiles();
        return files == null ? null : files.section(kind, name);
    }

    /**
     * Where another service of AWS is, one that gives keys; null for its own place. The general endpoint is not meant for
     * it: what stands there is a Cognate, mostly, which gives none.
     */
    public @Nullable String endpointOf(String service) {
        String variable = environment.first("AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT));
        Profiles files = profiles();
        return variable != null || files == null ? variable : files.ofService(service, "endpoint_url");
    }

    /** The file with the authorities that are trusted; null for those of the runtime. */
    public @Nullable String caBundle() {
        return find("ca_bundle", "AWS_CA_BUNDLE", "REQUESTS_CA_BUNDLE");
    }

    /** Whether a setting says yes. */
    boolean isOn(String key, String variable) {
        return "true".equalsIgnoreCase(find(key, variable));
    }

    private @Nullable Profiles profiles() {
        if (profiles == null && (profile != null || Profiles.exist(environment))) {
            profiles = Profiles.read(environment, profile);
        }
        return profiles;
    }

    /**
     * Where requests go: the option, else the variables, else the files, else Cognate on this machine. The word
     * {@code aws} stands for AWS's own endpoint of the region.
     *
     * @param option the value of {@code --endpoint-url}; null without that option
     * @param region the value of {@code --region}; null without that option
     * @throws CliError when what is set is no address
     */
    public Endpoint endpoint(@Nullable String option, @Nullable String region) {
        String address = option != null ? option : configuredEndpoint();
        return AWS.equals(address) ? ofAws(region) : Endpoint.of(option, address);
    }

    private @Nullable String configuredEndpoint() {
        if (isOn("ignore_configured_endpoint_urls", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")) {
            return null;
        }
        String variable = environment.first("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", "AWS_ENDPOINT_URL");
        if (variable != null) {
            return variable;
        }
        Profiles files = profiles();
        String ofService = files == null ? null : files.ofService("cognito_identity_provider", "endpoint_url");
        return ofService != null ? ofService : ofProfile("endpoint_url");
    }

    private Endpoint ofAws(@Nullable String regionOption) {
        String region = regionOption != null ? regionOption : configuredRegion();
        if (region == null) {
            throw Endpoint.noRegion();
        }
        checked(region);
        boolean dual = isOn("use_dualstack_endpoint", "AWS_USE_DUALSTACK_ENDPOINT");
        String service = isOn("use_fips_endpoint", "AWS_USE_FIPS_ENDPOINT") ? "cognito-idp-fips." : "cognito-idp.";
        boolean china = region.startsWith("cn-");
        String suffix = china
                ? (dual ? ".api.amazonwebservices.com.cn" : ".amazonaws.com.cn")
                : (dual ? ".api.aws" : ".amazonaws.com");
        return Endpoint.of(null, "https://" + service + region + suffix);
    }

    /**
     * The region of a call: the option, else what is set, else one for Cognate on this machine.
     *
     * @throws CliError.Configuration when there is none
     * @throws CliError.General when what is set cannot be a region's name
     */
    public String region(@Nullable String option, Endpoint endpoint) {
        String region = option != null ? option : configuredRegion();
        return region != null ? checked(region) : endpoint.usualRegion();
    }

    /** The name, which becomes a part of a host and of a header. */
    private static String checked(String region) {
        if (!REGION.matcher(region).matches()) {
            throw new CliError.General("Provided region_name '" + region + "' doesn't match a supported format.");
        }
        return region;
    }

    private @Nullable String configuredRegion() {
        return find("region", "AWS_REGION", "AWS_DEFAULT_REGION");
    }

    /** The words of the program that shows long answers; empty when there shall be none. */
    public List<String> pager() {
        String variable = environment.variables().get("AWS_PAGER");
        String configured = variable != null ? variable : ofProfile("cli_pager");
        String usual = environment.variables().getOrDefault("PAGER", "less");
        String words = (configured != null ? configured : usual).strip();
        return words.isEmpty() ? List.of() : List.of(words.split("\\s+"));
    }
}
