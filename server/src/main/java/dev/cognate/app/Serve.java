package dev.cognate.app;

import dev.cognate.front.Front;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code cognate serve}: runs the server until it is told to stop. */
final class Serve implements Callable<Integer> {
    /** Where the command line looks for a server unless it is told. */
    private static final String USUAL_URL = "http://127.0.0.1:2646";

    /** The status of a command that goes on in other threads. */
    static final int RUNNING = -1;

    private static final Logger LOG = LoggerFactory.getLogger(Serve.class);

    private final PrintWriter out;
    private final CommandSpec spec;

    private Serve(PrintWriter out) {
        this.out = out;
        this.spec = CommandSpec.wrapWithoutInspection(this);
    }

    static CommandLine command(PrintWriter out) {
        Serve serve = new Serve(out);
        CommandSpec spec = serve.spec.name("serve").mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description(
                        "Runs the server. Every setting is a flag, a variable of the environment (--smtp.host is "
                                + "COGNATE_SMTP_HOST) or a name in cognate.yaml; flags go first, then the environment, then the file.")
                .optionListHeading("%n")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  cognate serve                        # 127.0.0.1:2646, data in ./cognate-data",
                        "  cognate serve --demo                 # a pool, a client, an unconfirmed user",
                        "  cognate serve --limits off --port 0  # for tests: no limits, any free port",
                        "",
                        "  # A node in production:",
                        "  cognate serve --auth sigv4 --address 0.0.0.0 \\",
                        "    --public-url https://id.example.com \\",
                        "    --store jdbc:postgresql://db/cognate --store-user cognate \\",
                        "    --store-password-file /run/secrets/db");
        spec.addOption(OptionSpec.builder("--demo")
                .type(boolean.class)
                .description(
                        "Hold the pool us-east-1_COGNATE01, the client 12a3b456c7de890f11g123hijk and the unconfirmed "
                                + "user jane.")
                .build());
        SettingOptions.addTo(spec);
        return new CommandLine(spec);
    }

    @Override
    public Integer call() {
        ServerSettings settings = SettingOptions.settings(spec.commandLine().getParseResult());
        settings.check();
        boolean demo = spec.commandLine().getParseResult().hasMatchedOption("--demo");
        Startup startup = new Startup(settings);
        Cognate.Reach reach = startup.reach();
        Cognate.Ground ground = startup.ground();
        Cognate cognate;
        try {
            cognate = new Cognate(ground, settings.rules(), reach);
        } catch (RuntimeException failure) {
            ground.store().close();
            throw failure;
        }
        run(cognate, settings, demo);
        return RUNNING;
    }

    private void run(Cognate cognate, ServerSettings settings, boolean demo) {
        Front.Addresses addresses;
        try {
            if (demo) {
                new Demo(cognate).prepare();
            }
            Path seed = settings.seed();
            if (seed != null) {
                new Seed(cognate, seed).plant();
            }
            settings.kmsKeys().forEach(arn -> cognate.kms().createAs(arn, "From the settings"));
            addresses = cognate.listen();
        } catch (RuntimeException failure) {
            cognate.close();
            throw failure;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(cognate), "stop"));
        cognate.work();
        if (addresses.management() != null) {
            LOG.info("Health and metrics on port {}", addresses.management().getPort());
        }
        out.println("Cognate is ready at " + cognate.url() + ", data in " + place(settings) + ". Try: " + next(demo)
                + where(cognate.url()));
        out.flush();
    }

    private void stop(Cognate cognate) {
        cognate.close();
        LOG.info("Stopped");
    }

    private static String place(ServerSettings settings) {
        String store = settings.optional(Setting.STORE);
        return store == null ? settings.data().toString() : withoutSecrets(store);
    }

    /** A JDBC URL may carry a password among its parameters. */
    private static String withoutSecrets(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    private static String where(String url) {
        return url.equals(USUAL_URL) ? "" : " --endpoint-url " + url;
    }

    private static String next(boolean demo) {
        return demo
                ? "cognate cognito-idp resend-confirmation-code --client-id " + Demo.CLIENT + " --username " + Demo.USER
                : "cognate cognito-idp create-user-pool --pool-name first";
    }
}
