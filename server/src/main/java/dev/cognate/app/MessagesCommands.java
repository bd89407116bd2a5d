package dev.cognate.app;

import dev.cognate.messaging.DeadLetter;
import dev.cognate.messaging.DeadLetters;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cognate messages}: the messages that could not be delivered, and previews. A server may be running meanwhile. */
final class MessagesCommands {
    private static final int NOT_THERE = 1;
    private static final int MOST = 1_000;

    private final PrintWriter out;

    private MessagesCommands(PrintWriter out) {
        this.out = out;
    }

    static CommandLine command(PrintWriter out) {
        MessagesCommands messages = new MessagesCommands(out);
        CommandSpec spec = CommandSpec.create().name("messages").mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description(
                        "Shows messages that could not be delivered, and has them tried again or dropped; previews texts.")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  cognate messages failed",
                        "  cognate messages retry 01a1fc09-1ce6-7000-93cf-3a27487d2c30",
                        "  cognate messages drop 01a1fc09-1ce6-7000-93cf-3a27487d2c30",
                        "  cognate messages preview --user-pool-id us-east-1_COGNATE01 \\",
                        "    --trigger CustomMessage_SignUp");
        return new CommandLine(spec)
                .addSubcommand(messages.failed())
                .addSubcommand(messages.retry())
                .addSubcommand(messages.drop())
                .addSubcommand(PreviewCommand.command(out));
    }

    private CommandLine failed() {
        return new StoreCommand(
                        "failed", "Lists the messages that could not be delivered, newest first.", (_, ground) -> {
                            List<DeadLetter> all = deadLetters(ground).list(MOST);
                            all.forEach(each -> out.println(each.id() + "  " + each.createdAt() + "  " + each.pool()
                                    + "  " + each.attempts() + " attempts  " + Visible.line(each.error())));
                            if (all.isEmpty()) {
                                out.println("Every message was delivered, or is still being tried.");
                            }
                            return 0;
                        })
                .line();
    }

    private CommandLine retry() {
        return new StoreCommand("retry", "Has a message tried again, as if it were new.", (parsed, ground) -> {
                    String id = parsed.matchedPositionalValue(0, "");
                    return told(id, deadLetters(ground).retry(id), "Trying again ");
                })
                .word("<message id>")
                .line();
    }

    private CommandLine drop() {
        return new StoreCommand("drop", "Drops a message.", (parsed, ground) -> {
                    String id = parsed.matchedPositionalValue(0, "");
                    return told(id, deadLetters(ground).drop(id), "Dropped ");
                })
                .word("<message id>")
                .line();
    }

    private int told(String id, boolean done, String deed) {
        out.println(done ? deed + id : "There is no failed message " + id);
        return done ? 0 : NOT_THERE;
    }

    private static DeadLetters deadLetters(Cognate.Ground ground) {
        return new DeadLetters(ground.store(), ground.clock());
    }
}
