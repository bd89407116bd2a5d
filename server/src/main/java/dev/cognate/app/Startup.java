package dev.cognate.app;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.messaging.SmtpSettings;
import dev.cognate.messaging.SmtpTransport;
import dev.cognate.store.PostgresStore;
import dev.cognate.store.SqliteStore;
import dev.cognate.store.Store;
import dev.cognate.triggers.FunctionRunner;
import dev.cognate.triggers.HttpRunner;
import dev.cognate.triggers.LambdaApi;
import dev.cognate.triggers.LambdaApiRunner;
import dev.cognate.triggers.LocalCode;
import dev.cognate.triggers.LocalRunner;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes from settings what a server stands on and reaches out to. */
final class Startup {
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

    /** The functions and the mail server. */
    Cognate.Reach reach() {
        SmtpSettings smtp = settings.smtp();
        return new Cognate.Reach(runners(), smtp == null ? null : new SmtpTransport(smtp), null);
    }

    /**
     * What runs functions; the first that knows a function is asked.
     *
     * @throws SettingsError a function cannot be run on this machine
     */
    List<FunctionRunner> runners() {
        List<FunctionRunner> runners = new ArrayList<>();
        if (!settings.localFunctions().isEmpty()) {
            runners.add(new LocalRunner(runnable(settings.localFunctions()), settings.triggerTimeout(), aroundFunctions()));
        }
        if (!settings.triggers().isEmpty()) {
            runners.add(new HttpRunner(settings.triggers(), settings.triggerTimeout()));
        }
        if (settings.usesLambda()) {
            runners.add(new LambdaApiRunner(lambda(System.getenv()), settings.triggerTimeout(), clock));
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
                settings.functionLogs(), settings.functionEnvironment(), new Randomness(random, clock), clock);
    }

    private LambdaApi lambda(Map<String, String> environment) {
        return new LambdaApi(
                settings.lambdaEndpoint(),
                credential(environment, "AWS_ACCESS_KEY_ID"),
                credential(environment, "AWS_SECRET_ACCESS_KEY"),
                environment.get("AWS_SESSION_TOKEN"));
    }

    /** An emulator takes any credentials; AWS does not. */
    private String credential(Map<String, String> environment, String name) {
        @Nullable String value = environment.get(name);
        if (value != null) {
            return value;
        }
        if (settings.lambdaEndpoint() == null) {
            throw new SettingsError("lambda-endpoint aws needs credentials: set AWS_ACCESS_KEY_ID and "
                    + "AWS_SECRET_ACCESS_KEY in the environment");
        }
        return "cognate";
    }
}
