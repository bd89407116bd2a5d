package dev.cognate.app;

import dev.cognate.messaging.SandboxNumbers;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cognate sms}: the numbers that get SMS while the sandbox is on. A server may be running meanwhile. */
final class SmsCommands {
    private static final int NOT_THERE = 1;

    private final PrintWriter out;

    private SmsCommands(PrintWriter out) {
        this.out = out;
    }

    static CommandLine command(PrintWriter out) {
        SmsCommands sms = new SmsCommands(out);
        CommandSpec spec = CommandSpec.create().name("sms").mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description("Says which phone numbers get SMS while the sandbox is on (serve --sms-sandbox on).")
                .footerHeading("%nExamples:%n")
                .footer("  cognate sms verify +12065550100", "  cognate sms list", "  cognate sms remove +12065550100");
        return new CommandLine(spec)
                .addSubcommand(sms.verify())
                .addSubcommand(sms.list())
                .addSubcommand(sms.remove());
    }

    private CommandLine verify() {
        return new StoreCommand("verify", "Lets a phone number get SMS.", (parsed, ground) -> {
                    String number = parsed.matchedPositionalValue(0, "");
                    try {
                        numbers(parsed, ground).verify(number);
                    } catch (IllegalArgumentException unusable) {
                        throw new SettingsError(String.valueOf(unusable.getMessage()));
                    }
                    out.println("Verified " + number);
                    return 0;
                })
                .word("<phone number>")
                .line();
    }

    private CommandLine list() {
        return new StoreCommand("list", "Lists the phone numbers that get SMS.", (parsed, ground) -> {
                    List<String> all = numbers(parsed, ground).list();
                    all.forEach(out::println);
                    if (all.isEmpty()) {
                        out.println("There are no verified numbers yet: cognate sms verify");
                    }
                    return 0;
                })
                .line();
    }

    private CommandLine remove() {
        return new StoreCommand("remove", "Takes a phone number off the list.", (parsed, ground) -> {
                    String number = parsed.matchedPositionalValue(0, "");
                    boolean removed = numbers(parsed, ground).remove(number);
                    out.println(removed ? "Removed " + number : "There is no verified number " + number);
                    return removed ? 0 : NOT_THERE;
                })
                .word("<phone number>")
                .line();
    }

    /** The numbers of the account that the settings name. */
    private static SandboxNumbers numbers(CommandLine.ParseResult parsed, Cognate.Ground ground) {
        String account = SettingOptions.settings(parsed).account();
        return new SandboxNumbers(ground.store(), account, ground.clock());
    }
}
