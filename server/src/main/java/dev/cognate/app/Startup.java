package dev.cognate.app;

import dev.cognate.aws.AwsCredentials;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.kms.DataKeys;
import dev.cognate.outgoing.Documents;
import dev.cognate.store.PostgresStore;
import dev.cognate.store.SqliteStore;
import dev.cognate.store.Store;
import dev.cognate.triggers.FunctionRunner;
import dev.cognate.triggers.HttpRunner;
import dev.cognate.triggers.KmsApi;
import dev.cognate.triggers.LambdaApiRunner;
import dev.cognate.triggers.LocalCode;
import dev.cognate.triggers.LocalRunner;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes from settings what a server stands on and reaches out to. */
final class Startup {
    private static final Duration KMS_LIMIT = Duration.ofSeconds(5);
    private static final Duration DOCUMENT_LIMIT = Duration.ofSeconds(10);

    private final ServerSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock = InstantSource.system();

    Startup(ServerSettings settings) {
        this.settings = settings;
    }

    /** The store, to be served by this process alone where it is a file. */
    Cognate.Ground ground() {
        Path data = DataFolder.make(settings.data());
        KeyRing keys = keys();
        Store store = onPostgres() ? postgres() : SqliteStore.open(data, settings.storeSettings());
        return new Cognate.Ground(store, keys, random, clock);
    }

    /** The store for a few transactions beside a server that may be running. */
    Cognate.Ground visit() {
        Path data = DataFolder.make(settings.data());
        KeyRing keys = keys();
        Store store = onPostgres() ? postgres() : SqliteStore.visit(data, settings.storeSettings());
        return new Cognate.Ground(store, keys, random, clock);
    }

    /**
     * The store as {@link #visit} has it, for what is of no use in a new one.
     *
     * @throws SettingsError there is none yet, or not the key that it was sealed with; nothing is made
     */
    Cognate.Ground visitExisting() {
        if (!hasStore()) {
            throw new SettingsError("There is no store in " + place() + ". Say where the data is with "
                    + (onPostgres() ? "--store" : "--data") + "; cognate serve begins a new store");
        }
        Path key = settings.sealKeyFile();
        if (settings.optional(Setting.SEAL_KEY) == null && !Files.exists(key)) {
            throw new SettingsError("There is no seal key in " + key + ", and the store was sealed with one."
                    + " Say where it is with --seal-key-file");
        }
        return visit();
    }

    /** Whether somebody has begun the store. */
    boolean hasStore() {
        return onPostgres()
                ? PostgresStore.isIn(
                        settings.text(Setting.STORE), settings.optional(Setting.STORE_USER), settings.storePassword())
                : SqliteStore.isIn(settings.data());
    }

    /** Where the store is, in words. */
    String place() {
        // The address of a database may hold a password.
        return onPostgres() ? "the database of --store" : "the folder " + settings.data();
    }

    private boolean onPostgres() {
        return settings.optional(Setting.STORE) != null;
    }

    private Store postgres() {
        return PostgresStore.open(
                settings.text(Setting.STORE),
                settings.optional(Setting.STORE_USER),
                settings.storePassword(),
                settings.storeSettings());
    }

    private KeyRing keys() {
        String key = settings.optional(Setting.SEAL_KEY);
        if (key != null) {
            return KeyRing.of(random, key.strip().split("\\s+", -1));
        }
        Path file = settings.sealKeyFile();
        return KeyRing.open(file, random);
    }

    /** The functions, and the ways that messages leave by. */
    Cognate.Reach reach() {
        return new Cognate.Reach(runners(), settings.messages().ways(clock), kmsElsewhere(), documents());
    }

    private Documents documents() {
        boolean anywhere = settings.isYes(Setting.PRIVATE_IDENTITY_PROVIDERS);
        return new Documents(anywhere ? Documents.Realm.ANYWHERE : Documents.Realm.PUBLIC, DOCUMENT_LIMIT);
    }

    /**
     * What runs functions; the first that knows a function is asked.
     *
     * @throws SettingsError a function cannot be run on this machine
     */
    List<FunctionRunner> runners() {
        List<FunctionRunner> runners = new ArrayList<>();
        if (!settings.functions().local().isEmpty()) {
            runners.add(new LocalRunner(
                    runnable(settings.functions().local()), settings.triggerTimeout(), aroundFunctions()));
        }
        if (!settings.functions().urls().isEmpty()) {
            runners.add(new HttpRunner(settings.functions().urls(), settings.triggerTimeout()));
        }
        if (settings.uses(Setting.LAMBDA_ENDPOINT)) {
            URI endpoint = settings.lambdaEndpoint();
            AwsCredentials credentials = credentials(Setting.LAMBDA_ENDPOINT, endpoint);
            runners.add(new LambdaApiRunner(endpoint, credentials, settings.triggerTimeout(), clock));
        }
        return runners;
    }

    private static Map<String, LocalCode> runnable(Map<String, LocalCode> functions) {
        functions.forEach((arn, code) -> {
            String problem = code.problem(System.getenv().getOrDefault("PATH", ""));
            if (problem != null) {
                throw new SettingsError("trigger " + arn + ": " + problem);
            }
        });
        return functions;
    }

    private LocalRunner.Surroundings aroundFunctions() {
        return new LocalRunner.Surroundings(
                settings.functions().logs(), settings.functions().environment(), new Randomness(random, clock), clock);
    }

    private @Nullable DataKeys kmsElsewhere() {
        URI endpoint = settings.kmsEndpoint();
        return settings.uses(Setting.KMS_ENDPOINT)
                ? new KmsApi(endpoint, credentials(Setting.KMS_ENDPOINT, endpoint), KMS_LIMIT, clock)
                : null;
    }

    /** The credentials of the environment, for the API that the setting names. */
    private static AwsCredentials credentials(Setting setting, @Nullable URI endpoint) {
        Map<String, String> environment = System.getenv();
        String key = environment.get("AWS_ACCESS_KEY_ID");
        String secret = environment.get("AWS_SECRET_ACCESS_KEY");
        if (endpoint == null && (key == null || secret == null)) {
            throw new SettingsError(setting.key() + " aws needs credentials: set AWS_ACCESS_KEY_ID and "
                    + "AWS_SECRET_ACCESS_KEY in the environment");
        }
        // An emulator takes any credentials.
        return AwsCredentials.given(
                key == null ? "cognate" : key,
                secret == null ? "cognate" : secret,
                environment.get("AWS_SESSION_TOKEN"));
    }
}
