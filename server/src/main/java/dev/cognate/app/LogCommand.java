package dev.cognate.app;

import dev.cognate.triggers.FunctionLogs;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code cognate triggers log}: what functions on this machine have printed. */
final class LogCommand implements Callable<Integer> {
    private static final long GLANCE_MILLIS = 300;

    private final PrintWriter out;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

    LogCommand(PrintWriter out) {
        this.out = out;
    }

    CommandLine line() {
        spec.name("log").mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description(
                        "Shows what functions on this machine have printed, and when they were run with what outcome.");
        spec.addOption(OptionSpec.builder("--function")
                .type(String.class)
                .paramLabel("<ARN>")
                .description("Only this function's log.")
                .build());
        spec.addOption(OptionSpec.builder("--follow")
                .type(boolean.class)
                .description("Go on and show what is written from now on.")
                .build());
        SettingOptions.addTo(spec);
        return new CommandLine(spec);
    }

    @Override
    public Integer call() throws InterruptedException {
        ParseResult parsed = spec.commandLine().getParseResult();
        @Nullable String function = parsed.matchedOptionValue("--function", null);
        FunctionLogs logs =
                new FunctionLogs(SettingOptions.settings(parsed).functions().logs(), function);
        boolean follow = parsed.hasMatchedOption("--follow");
        do {
            out.print(logs.more());
            out.flush();
            if (follow) {
                Thread.sleep(GLANCE_MILLIS);
            }
        } while (follow);
        return 0;
    }
}
