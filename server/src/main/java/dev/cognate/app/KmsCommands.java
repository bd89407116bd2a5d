package dev.cognate.app;

import dev.cognate.kms.Kms;
import dev.cognate.kms.KmsKey;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cognate kms}: the keys that encrypt codes for custom senders. A server may be running meanwhile. */
final class KmsCommands {
    private final PrintWriter out;

    private KmsCommands(PrintWriter out) {
        this.out = out;
    }

    static CommandLine command(PrintWriter out) {
        KmsCommands kms = new KmsCommands(out);
        CommandSpec spec = CommandSpec.create().name("kms").mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description("Makes and lists the keys that a pool's KMSKeyID may name: they encrypt the codes that "
                        + "CustomEmailSender and CustomSMSSender functions get.")
                .footerHeading("%nExamples:%n")
                .footer("  cognate kms create-key --description \"codes\"", "  cognate kms list");
        return new CommandLine(spec).addSubcommand(kms.create()).addSubcommand(kms.list());
    }

    private CommandLine create() {
        return new StoreCommand("create-key", "Makes a key and prints its ARN.", (parsed, ground) -> {
                    ServerSettings settings = SettingOptions.settings(parsed);
                    KmsKey key = keys(ground)
                            .create(
                                    settings.text(Setting.REGION),
                                    settings.text(Setting.ACCOUNT),
                                    parsed.matchedOptionValue("--description", ""));
                    out.println(key.arn());
                    return 0;
                })
                .option("--description", "<text>", "What the key is for.")
                .line();
    }

    private CommandLine list() {
        return new StoreCommand("list", "Lists the keys.", (_, ground) -> {
                    List<KmsKey> all = keys(ground).list();
                    all.forEach(key -> out.println(key.arn() + "  " + key.createdAt() + "  " + key.description()));
                    if (all.isEmpty()) {
                        out.println("There are no keys yet: cognate kms create-key");
                    }
                    return 0;
                })
                .line();
    }

    private static Kms keys(Cognate.Ground ground) {
        return new Kms(ground.store(), ground.keys(), ground.random(), ground.clock());
    }
}
