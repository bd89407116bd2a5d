package dev.cognate.app;

import dev.cognate.domain.PoolId;
import dev.cognate.imports.ImportLog;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cognate imports}: what user import jobs did. A server may be running meanwhile. */
final class ImportsCommands {
    private static final int NOT_THERE = 1;

    private final PrintWriter out;

    private ImportsCommands(PrintWriter out) {
        this.out = out;
    }

    static CommandLine command(PrintWriter out) {
        ImportsCommands imports = new ImportsCommands(out);
        CommandSpec spec = CommandSpec.create().name("imports").mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description("Shows what user import jobs did.")
                .footerHeading("%nExamples:%n")
                .footer("  cognate imports log us-east-1_COGNATE01 import-qQ0DCt2fRh");
        return new CommandLine(spec).addSubcommand(imports.log());
    }

    private CommandLine log() {
        return new StoreCommand(
                        "log",
                        "Prints the log of a job so far: one line for each line of its CSV file.",
                        (parsed, ground) -> {
                            PoolId pool = new PoolId(parsed.matchedPositionalValue(0, ""));
                            String job = parsed.matchedPositionalValue(1, "");
                            boolean found = new ImportLog(ground.store())
                                    .lines(pool, job, line -> out.println(Visible.line(line)));
                            if (!found) {
                                out.println("There is no import job " + job + " in the user pool " + pool);
                            }
                            return found ? 0 : NOT_THERE;
                        })
                .word("<user pool id>")
                .word("<job id>")
                .line();
    }
}
