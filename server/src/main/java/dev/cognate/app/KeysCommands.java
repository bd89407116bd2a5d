package dev.cognate.app;

import dev.cognate.crypto.Randomness;
import dev.cognate.front.AccessKey;
import dev.cognate.front.AccessKeys;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cognate keys}: the access keys that {@code serve --auth sigv4} accepts. A server may be running meanwhile. */
final class KeysCommands {
    private static final int NOT_THERE = 1;

    private final PrintWriter out;

    private KeysCommands(PrintWriter out) {
        this.out = out;
    }

    static CommandLine command(PrintWriter out) {
        KeysCommands keys = new KeysCommands(out);
        CommandSpec spec = CommandSpec.create().name("keys").mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description("Makes, lists and deletes the access keys that sign requests (serve --auth sigv4).")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  cognate keys create --description \"deployment\"",
                        "  cognate keys list",
                        "  cognate keys delete AKIA0EXAMPLE0EXAMPLE");
        return new CommandLine(spec)
                .addSubcommand(keys.create())
                .addSubcommand(keys.list())
                .addSubcommand(keys.delete());
    }

    private CommandLine create() {
        return new StoreCommand("create", "Makes an access key. The secret is shown this once.", (parsed, ground) -> {
                    AccessKey.Created created = keys(ground).create(parsed.matchedOptionValue("--description", ""));
                    out.println("export AWS_ACCESS_KEY_ID=" + created.key().id());
                    out.println(
                            "export AWS_SECRET_ACCESS_KEY=" + created.secret().value());
                    return 0;
                })
                .option("--description", "<text>", "What the key is for.")
                .line();
    }

    private CommandLine list() {
        return new StoreCommand("list", "Lists the access keys, without their secrets.", (_, ground) -> {
                    List<AccessKey> all = keys(ground).list();
                    all.forEach(key ->
                            out.println(key.id() + "  " + key.createdAt() + "  " + Visible.line(key.description())));
                    if (all.isEmpty()) {
                        out.println("There are no access keys yet: cognate keys create");
                    }
                    return 0;
                })
                .line();
    }

    private CommandLine delete() {
        return new StoreCommand(
                        "delete", "Deletes an access key; servers forget it within two seconds.", (parsed, ground) -> {
                            String id = parsed.matchedPositionalValue(0, "");
                            boolean deleted = keys(ground).delete(id);
                            out.println(deleted ? "Deleted " + id : "There is no access key " + id);
                            return deleted ? 0 : NOT_THERE;
                        })
                .word("<access key id>")
                .line();
    }

    private static AccessKeys keys(Cognate.Ground ground) {
        return new AccessKeys(
                ground.store(), ground.keys(), new Randomness(ground.random(), ground.clock()), ground.clock());
    }
}
