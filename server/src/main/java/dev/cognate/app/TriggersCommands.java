package dev.cognate.app;

import dev.cognate.triggers.PoolFunctions;
import dev.cognate.wire.model.UserPoolType;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cognate triggers}: the functions of pools. A server may be running meanwhile. */
final class TriggersCommands {
    private final PrintWriter out;

    private TriggersCommands(PrintWriter out) {
        this.out = out;
    }

    static CommandLine command(PrintWriter out) {
        CommandSpec spec = CommandSpec.create().name("triggers").mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description(
                        "Lists the functions of pools, runs them with sample events, and shows their logs. Give the "
                                + "same settings as to the server.")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  cognate triggers list",
                        "  cognate triggers invoke PreSignUp_SignUp",
                        "  cognate triggers invoke --event event.json \\",
                        "    --function arn:aws:lambda:us-east-1:123456789012:function:pre",
                        "  cognate triggers log --follow");
        return new CommandLine(spec)
                .addSubcommand(new TriggersCommands(out).list())
                .addSubcommand(InvokeCommand.line(out))
                .addSubcommand(new LogCommand(out).line());
    }

    private CommandLine list() {
        return new StoreCommand(
                        "list",
                        "Lists the functions that pools name, and where each of them runs.",
                        (parsed, ground) -> {
                            ServerSettings settings = SettingOptions.settings(parsed);
                            Map<String, String> unused =
                                    new TreeMap<>(settings.functions().places());
                            for (UserPoolType pool : PoolList.of(settings, ground)) {
                                PoolFunctions.of(pool.lambdaConfig()).forEach((trigger, arn) -> {
                                    out.println(pool.id() + "  " + trigger + "  " + arn + "  "
                                            + settings.functions().placeOf(arn));
                                    unused.remove(arn);
                                });
                            }
                            unused.forEach((arn, place) -> out.println("no pool  -  " + arn + "  " + place));
                            return 0;
                        })
                .line();
    }
}
