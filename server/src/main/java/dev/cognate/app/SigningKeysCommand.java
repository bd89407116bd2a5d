package dev.cognate.app;

import dev.cognate.domain.PoolId;
import dev.cognate.tokens.KeyRotation;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cognate signing-keys}: the keys that sign the tokens of a pool. A server may be running meanwhile. */
final class SigningKeysCommand {
    private static final int NOT_THERE = 1;

    private final PrintWriter out;

    private SigningKeysCommand(PrintWriter out) {
        this.out = out;
    }

    static CommandLine command(PrintWriter out) {
        CommandSpec spec = CommandSpec.create().name("signing-keys").mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description("Changes the keys that sign the tokens of a user pool.")
                .footerHeading("%nExample:%n")
                .footer("  cognate signing-keys rotate us-east-1_EXAMPLE12");
        return new CommandLine(spec).addSubcommand(new SigningKeysCommand(out).rotate());
    }

    private CommandLine rotate() {
        return new StoreCommand(
                        "rotate",
                        "Makes other keys. Tokens of the former ones stay good until they expire; servers follow within"
                                + " two seconds.",
                        (parsed, ground) -> rotate(new PoolId(parsed.matchedPositionalValue(0, "")), ground))
                .word("<pool id>")
                .line();
    }

    private int rotate(PoolId pool, Cognate.Ground ground) {
        KeyRotation.Rotated rotated =
                new KeyRotation(ground.store(), ground.keys(), ground.random(), ground.clock()).rotate(pool);
        if (rotated == null) {
            out.println("There is no pool " + pool + " that has signed a token yet");
            return NOT_THERE;
        }
        rotated.created().forEach(key -> out.println("new      " + key));
        rotated.retired().forEach(key -> out.println("retired  " + key + "  known until " + rotated.knownUntil()));
        return 0;
    }
}
