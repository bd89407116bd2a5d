package dev.cognate.app;

import dev.cognate.crypto.Randomness;
import dev.cognate.front.AccessKey;
import dev.cognate.front.AccessKeys;
import dev.cognate.store.SealKeys;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

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
        Command command =
                new Command("create", "Makes an access key. The secret is shown this once.", (parsed, keys) -> {
                    AccessKey.Created created = keys.create(parsed.matchedOptionValue("--description", ""));
                    out.println("export AWS_ACCESS_KEY_ID=" + created.key().id());
                    out.println(
                            "export AWS_SECRET_ACCESS_KEY=" + created.secret().value());
                    return 0;
                });
        command.spec.addOption(OptionSpec.builder("--description")
                .type(String.class)
                .paramLabel("<text>")
                .description("What the key is for.")
                .build());
        return command.line();
    }

    private CommandLine list() {
        return new Command("list", "Lists the access keys, without their secrets.", (parsed, keys) -> {
                    List<AccessKey> all = keys.list();
                    all.forEach(key -> out.println(key.id() + "  " + key.createdAt() + "  " + key.description()));
                    if (all.isEmpty()) {
                        out.println("There are no access keys yet: cognate keys create");
                    }
                    return 0;
                })
                .line();
    }

    private CommandLine delete() {
        Command command = new Command(
                "delete", "Deletes an access key; servers forget it within two seconds.", (parsed, keys) -> {
                    String id = parsed.matchedPositionalValue(0, "");
                    boolean deleted = keys.delete(id);
                    out.println(deleted ? "Deleted " + id : "There is no access key " + id);
                    return deleted ? 0 : NOT_THERE;
                });
        command.spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .required(true)
                .type(String.class)
                .paramLabel("<access key id>")
                .build());
        return command.line();
    }

    /** What is done with the keys of a store. */
    private interface Work {
        int with(CommandLine.ParseResult parsed, AccessKeys keys);
    }

    /** A sub-command that opens the store, does its work, and closes the store. */
    private static final class Command implements Callable<Integer> {
        private final CommandSpec spec;
        private final Work work;

        Command(String name, String description, Work work) {
            this.spec = CommandSpec.wrapWithoutInspection(this).name(name).mixinStandardHelpOptions(true);
            this.spec.usageMessage().description(description);
            this.work = work;
            SettingOptions.addTo(spec);
        }

        CommandLine line() {
            return new CommandLine(spec);
        }

        @Override
        public Integer call() {
            CommandLine.ParseResult parsed = spec.commandLine().getParseResult();
            Cognate.Ground ground = new Startup(SettingOptions.settings(parsed)).visit();
            try {
                new SealKeys(ground.store(), ground.clock()).admit(ground.keys());
                Randomness randomness = new Randomness(ground.random(), ground.clock());
                return work.with(parsed, new AccessKeys(ground.store(), ground.keys(), randomness, ground.clock()));
            } finally {
                ground.store().close();
            }
        }
    }
}
