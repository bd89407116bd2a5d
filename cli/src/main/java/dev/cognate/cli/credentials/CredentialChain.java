package dev.cognate.cli.credentials;

import dev.cognate.cli.configuration.Settings;
import dev.cognate.cli.configuration.TlsTrust;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Endpoint;
import dev.cognate.cli.terminal.Environment;
import dev.cognate.cli.terminal.Surroundings;
import org.jspecify.annotations.Nullable;

/** Finds the key that signs the requests of a call. Reference: oauth-config D13. */
public final class CredentialChain {
    /** What a Cognate on this machine is content with, as it accepts any key by default. */
    private static final Credentials PLACEHOLDER = new Credentials("COGNATE", "COGNATE", null);

    private final Settings settings;
    private final Environment environment;
    private final ProfileKeys profiles;

    /**
     * @param settings say which profile is used
     * @param trust in the services of AWS that give keys
     */
    public CredentialChain(Settings settings, Surroundings surroundings, TlsTrust trust) {
        this.settings = settings;
        this.environment = settings.environment();
        this.profiles = new ProfileKeys(settings, trust, surroundings);
    }

    /**
     * The key for this endpoint: that of the variables, unless an option names a profile; else that of the profile; else
     * what the machine itself is given by AWS; else a placeholder for this machine.
     *
     * @throws CliError when there is none, or one that cannot be had
     */
    public Credentials of(Endpoint endpoint) {
        Credentials found = settings.isProfileByOption() ? null : ofVariables(environment);
        if (found == null) {
            found = profiles.of(settings.profileName());
        }
        if (found == null && !settings.isProfileByOption()) {
            found = profiles.webIdentityOfVariables();
        }
        return found != null ? found : ofMachine(endpoint);
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

    private Credentials ofMachine(Endpoint endpoint) {
        boolean inContainer =
                environment.first("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI")
                        != null;
        if (!inContainer && endpoint.isLoopback()) {
            return PLACEHOLDER;
        }
        Credentials found = inContainer ? MachineKeys.ofContainer() : MachineKeys.ofInstance(environment);
        if (found == null) {
            throw new CliError.Configuration(
                    "NoCredentials",
                    "Unable to locate credentials. You can configure credentials by running \"aws login\".");
        }
        return found;
    }
}
