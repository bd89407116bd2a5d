package dev.cognate.app;

import dev.cognate.domain.PoolId;
import dev.cognate.kms.EncryptedMessages;
import dev.cognate.kms.Kms;
import dev.cognate.kms.NoDataKey;
import dev.cognate.triggers.FunctionResult;
import dev.cognate.triggers.PoolFunctions;
import dev.cognate.triggers.SampleEvent;
import dev.cognate.triggers.Triggers;
import dev.cognate.wire.model.LambdaConfigType;
import dev.cognate.wire.model.UserPoolType;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** {@code cognate triggers invoke}: runs one function with one event. */
final class InvokeCommand {
    private static final String USUAL_OCCASION = "PreSignUp_SignUp";
    private static final PoolId SOME_POOL = new PoolId("us-east-1_EXAMPLE01");
    private static final String SOME_CODE = "123456";
    private static final int FAILED = 1;

    private final ParseResult parsed;
    private final Cognate.Ground ground;
    private final ServerSettings settings;
    private final PrintWriter out;

    private InvokeCommand(ParseResult parsed, Cognate.Ground ground, PrintWriter out) {
        this.parsed = parsed;
        this.ground = ground;
        this.settings = SettingOptions.settings(parsed);
        this.out = out;
    }

    static CommandLine line(PrintWriter out) {
        return new StoreCommand(
                        "invoke",
                        "Runs a function once, with a sample event or one of your own, and prints its answer.",
                        (parsed, ground) -> new InvokeCommand(parsed, ground, out).run())
                .option("--function", "<ARN>", "The function; by default the one that pools name for the trigger.")
                .option("--user-pool-id", "<pool>", "The pool that the event is of, and whose function is run.")
                .option("--event", "<file>", "A file with an event, in place of the sample.")
                .optionalWord(
                        "<occasion>", "What the sample is of, such as CustomMessage_ResendCode; PreSignUp_SignUp.")
                .line();
    }

    /**
     * A function in its pool.
     *
     * @param pool null when the function was named without one
     */
    private record Chosen(String function, @Nullable UserPoolType pool) {}

    private int run() {
        SampleEvent sample = sample();
        Chosen chosen = choose(sample.trigger());
        String event = event(sample, chosen.pool);
        try (Triggers triggers = new Triggers(new Startup(settings).runners())) {
            long start = System.nanoTime();
            FunctionResult result = triggers.once(chosen.function, event);
            long millis = (System.nanoTime() - start) / 1_000_000;
            return tell(result, millis);
        }
    }

    private int tell(FunctionResult result, long millis) {
        return switch (result) {
            case FunctionResult.Returned(String json) -> {
                out.println(json);
                out.println("Returned after " + millis + " ms");
                yield 0;
            }
            case FunctionResult.FunctionError(String message) -> failed("Failed after " + millis + " ms: " + message);
            case FunctionResult.Failed(String error) -> failed("Could not be run: " + error);
            case FunctionResult.TimedOut _ -> failed("No answer within " + millis + " ms");
        };
    }

    private int failed(String sentence) {
        out.println(sentence);
        return FAILED;
    }

    private SampleEvent sample() {
        String source = parsed.matchedPositionalValue(0, USUAL_OCCASION);
        SampleEvent sample = SampleEvent.of(source);
        if (sample == null) {
            throw new SettingsError(
                    "The occasion is one of " + String.join(", ", SampleEvent.sources()) + ", not " + source);
        }
        return sample;
    }

    /** The function that was named, or the only one that pools have for this trigger. */
    private Chosen choose(String trigger) {
        String wanted = parsed.matchedOptionValue("--user-pool-id", "");
        String named = parsed.matchedOptionValue("--function", "");
        List<Chosen> all = PoolList.of(settings, ground).stream()
                .filter(pool -> wanted.isEmpty() || wanted.equals(pool.id()))
                .map(pool -> new Chosen(
                        named.isEmpty() ? PoolFunctions.of(pool.lambdaConfig()).getOrDefault(trigger, "") : named,
                        pool))
                .filter(each -> !each.function.isEmpty())
                .toList();
        if (!named.isEmpty()) {
            return wanted.isEmpty() || all.isEmpty() ? new Chosen(named, null) : all.getFirst();
        }
        if (all.isEmpty()) {
            throw new SettingsError("No pool names a function for " + trigger + "; name one with --function");
        }
        if (all.stream().map(Chosen::function).distinct().count() > 1) {
            throw new SettingsError("Several functions are named for " + trigger + "; choose with --user-pool-id: "
                    + all.stream()
                            .map(each -> Objects.requireNonNull(each.pool).id() + " " + each.function)
                            .toList());
        }
        return all.getFirst();
    }

    private String event(SampleEvent sample, @Nullable UserPoolType pool) {
        String file = parsed.matchedOptionValue("--event", "");
        if (!file.isEmpty()) {
            try {
                return Files.readString(Path.of(file));
            } catch (IOException unreadable) {
                throw new SettingsError("The file " + file + " cannot be read (" + unreadable + ")");
            }
        }
        PoolId id = pool == null ? SOME_POOL : new PoolId(Objects.requireNonNull(pool.id()));
        LambdaConfigType lambdas = pool == null ? null : pool.lambdaConfig();
        String key = lambdas == null ? null : lambdas.kmsKeyId();
        return (sample.hasCode() && key != null ? sample.withCode(encrypted(key, id)) : sample).json(id);
    }

    /** A code for a custom sender, encrypted as real ones are. */
    private String encrypted(String key, PoolId pool) {
        try (Kms kms = new Kms(ground.store(), ground.keys(), ground.random(), ground.clock())) {
            byte[] message = new EncryptedMessages(kms, ground.random())
                    .encrypt(SOME_CODE.getBytes(StandardCharsets.US_ASCII), key, Map.of("userpool-id", pool.value()));
            return Base64.getEncoder().encodeToString(message);
        } catch (NoDataKey none) {
            throw new SettingsError("The key " + key + " cannot be used: " + none.getMessage());
        }
    }
}
