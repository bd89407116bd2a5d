package dev.cognate.app;

import dev.cognate.crypto.Randomness;
import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.messaging.Occasion;
import dev.cognate.messaging.Preview;
import dev.cognate.messaging.Recipient;
import dev.cognate.pools.Pool;
import dev.cognate.pools.PoolSettings;
import dev.cognate.pools.Pools;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code cognate messages preview}: what a pool would write, before anybody gets it. */
final class PreviewCommand {
    private static final String POOL = "--user-pool-id";
    private static final String TRIGGER = "--trigger";
    private static final String USER = "--username";
    private static final String SOMEBODY = "jane";

    private final PrintWriter out;

    private PreviewCommand(PrintWriter out) {
        this.out = out;
    }

    static CommandLine command(PrintWriter out) {
        PreviewCommand preview = new PreviewCommand(out);
        return new StoreCommand(
                        "preview",
                        "Prints a message as the pool's template makes it, or the default where it has none.",
                        preview::print)
                .option(POOL, "<id>", "The pool.")
                .option(
                        TRIGGER,
                        "<name>",
                        "The occasion: "
                                + occasions().map(Occasion::triggerSource).collect(Collectors.joining(", "))
                                + ". Default: " + Occasion.RESEND_CODE.triggerSource() + ".")
                .option(USER, "<name>", "A user of the pool; by default somebody called " + SOMEBODY + ".")
                .line();
    }

    private int print(CommandLine.ParseResult parsed, Cognate.Ground ground) {
        ServerSettings settings = SettingOptions.settings(parsed);
        Randomness randomness = new Randomness(ground.random(), ground.clock());
        Pool pool = pool(
                parsed,
                new Pools(
                        ground.store(),
                        ground.clock(),
                        randomness,
                        new PoolSettings(settings.account(), Duration.ZERO)));
        Occasion occasion = occasion(parsed.matchedOptionValue(TRIGGER, Occasion.RESEND_CODE.triggerSource()));
        Recipient recipient = recipient(pool, username(parsed, pool, new Users(ground.store())));
        if (pool.config().lambdaConfig() != null && pool.config().lambdaConfig().customMessage() != null) {
            out.println("The pool's CustomMessage function may write another text; it is not asked.");
            out.println();
        }
        String base = Objects.requireNonNullElse(settings.optional(Setting.PUBLIC_URL), "http://127.0.0.1:2646");
        new Preview(base, randomness, ground.clock()).of(occasion, recipient).forEach(this::print);
        return 0;
    }

    private static Pool pool(CommandLine.ParseResult parsed, Pools pools) {
        String id = parsed.matchedOptionValue(POOL, "");
        Pool pool = id.isEmpty() ? null : pools.find(new PoolId(id));
        if (pool == null) {
            throw new SettingsError(id.isEmpty() ? POOL + " is needed" : "There is no user pool " + id);
        }
        return pool;
    }

    private static Occasion occasion(String trigger) {
        return occasions()
                .filter(each -> each.triggerSource().equals(trigger))
                .findFirst()
                .orElseThrow(() -> new SettingsError(trigger + " is no occasion. Did you mean "
                        + Nearest.of(trigger, occasions().map(Occasion::triggerSource)) + "?"));
    }

    private static Stream<Occasion> occasions() {
        return Stream.of(Occasion.values());
    }

    private static String username(CommandLine.ParseResult parsed, Pool pool, Users users) {
        @Nullable String name = parsed.matchedOptionValue(USER, null);
        if (name == null) {
            return SOMEBODY;
        }
        return switch (users.find(pool, name)) {
            case Lookup.Found(User user) -> user.username();
            case Lookup.Absent _ -> throw new SettingsError("There is no user " + name + " in " + pool.id());
        };
    }

    private static Recipient recipient(Pool pool, String username) {
        return new Recipient(pool.id(), pool.config(), new ClientId("EXAMPLE"), username, Map.of(), null, null);
    }

    private void print(Preview.Shown shown) {
        switch (shown.medium()) {
            case EMAIL -> out.println("E-mail\nSubject: " + shown.subject() + "\n\n" + shown.body() + "\n");
            case SMS -> out.println("SMS\n" + shown.body());
        }
    }
}
