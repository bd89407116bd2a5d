package dev.cognate.app;

import dev.cognate.aws.AwsCredentials;
import dev.cognate.crypto.Randomness;
import dev.cognate.domain.PoolId;
import dev.cognate.transfer.PoolCopies;
import dev.cognate.transfer.RemoteSource;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** {@code cognate import aws}: a user pool that is on AWS, or anywhere that speaks its API, comes here. */
final class CopyCommand {
    private static final int WRONGLY_USED = 2;
    private static final String POOL = "--user-pool-id";
    private static final int BAR = 30;
    private static final int HIGHEST_PORT = 65_535;

    private final PrintWriter out;
    private final PrintWriter err;

    CopyCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    CommandLine line() {
        CommandLine line = new StoreCommand(
                        "aws",
                        "Copies a user pool from AWS, or from any endpoint that speaks its API, with its id, its clients'"
                                + " ids and secrets, usernames and subs. Passwords cannot be read there. Stopped, it goes"
                                + " on where it stood when it is run again.",
                        this::copy)
                .beginningStore(this::look)
                .option(POOL, "<id>", "The user pool; it keeps its id.")
                .option("--endpoint-url", "<url>", "Where the API is; by default AWS in the region.")
                .option("--region", "<region>", "The region that requests are signed for; by default that of the pool.")
                .option("--profile", "<name>", "The profile of the shared AWS files whose credentials sign.")
                .flag("--no-users", "Leaves the users out: for a pool whose UserMigration function brings them.")
                .flag("--replace", "Takes the place of the pool with that id, and of all that belongs to it.")
                .line();
        line.getCommandSpec()
                .usageMessage()
                .footerHeading("%nExample:%n")
                .footer("  cognate import aws --user-pool-id eu-west-1_EXAMPLE12 --profile production");
        return line;
    }

    /** Before a store is begun: there must be a pool's id, and an address where one is given. */
    private int look(ParseResult parsed) {
        if (parsed.matchedOptionValue(POOL, "").indexOf('_') < 1) {
            err.println("cognate: Say which user pool, with its region: --user-pool-id us-east-1_EXAMPLE12");
            return WRONGLY_USED;
        }
        endpoint(parsed.matchedOptionValue("--endpoint-url", ""));
        return 0;
    }

    private int copy(ParseResult parsed, Cognate.Ground ground) {
        String pool = parsed.matchedOptionValue(POOL, "");
        PoolId id = new PoolId(pool);
        URI endpoint = endpoint(parsed.matchedOptionValue("--endpoint-url", ""));
        RemoteSource source = new RemoteSource(id, endpoint, parsed.matchedOptionValue("--region", id.region()));
        PoolCopies.Manner manner = new PoolCopies.Manner(
                SettingOptions.settings(parsed).data(),
                !parsed.hasMatchedOption("--no-users"),
                parsed.hasMatchedOption("--replace"));
        Randomness randomness = new Randomness(ground.random(), ground.clock());
        try (AwsCredentials credentials = credentials(parsed.matchedOptionValue("--profile", ""), endpoint)) {
            long users = new PoolCopies(ground.store(), ground.keys(), randomness, ground.clock())
                    .copy(source, credentials, manner, new Show());
            out.println("Imported " + pool + " with " + users + " users");
            return 0;
        }
    }

    /** A bar that grows, and lines between. */
    private final class Show implements PoolCopies.Watcher {

        @Override
        public void progress(String what, long done, long expected) {
            long all = Math.max(done, expected);
            int filled = (int) (BAR * done / Math.max(1, all));
            err.print("\r[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + done + " of about " + all + " "
                    + what);
            if (done >= all) {
                err.println();
            }
            err.flush();
        }

        @Override
        public void note(String sentence) {
            err.println("cognate: " + Visible.line(sentence));
        }
    }

    private static @Nullable URI endpoint(String text) {
        try {
            URI url = text.isEmpty() ? null : URI.create(text);
            if (url != null && !isHttp(url)) {
                throw new IllegalArgumentException("not of the web");
            }
            return url;
        } catch (IllegalArgumentException _) {
            throw new SettingsError(
                    text + " is no address of an API. Say it as in --endpoint-url http://127.0.0.1:2646");
        }
    }

    private static boolean isHttp(URI url) {
        return url.getHost() != null
                && ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
                && url.getPort() <= HIGHEST_PORT;
    }

    /** Another Cognate takes any credentials by default. */
    private static AwsCredentials credentials(String profile, @Nullable URI endpoint) {
        if (!profile.isEmpty()) {
            return AwsCredentials.ofProfile(profile);
        }
        Map<String, String> environment = System.getenv();
        boolean isAnonymous = endpoint != null
                && !environment.containsKey("AWS_ACCESS_KEY_ID")
                && !environment.containsKey("AWS_PROFILE");
        return isAnonymous ? AwsCredentials.given("cognate", "cognate", null) : AwsCredentials.byDefaultChain();
    }
}
