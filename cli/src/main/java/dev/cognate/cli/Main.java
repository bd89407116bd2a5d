package dev.cognate.cli;

import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.ConsolePrompt;
import dev.cognate.cli.terminal.Environment;
import dev.cognate.cli.terminal.PagerProgram;
import dev.cognate.cli.terminal.Screen;
import dev.cognate.cli.terminal.Streams;
import dev.cognate.cli.terminal.Surroundings;
import dev.cognate.cli.terminal.Timing;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Starts the command line. */
public final class Main {

    private Main() {}

    /** Runs the command that the words name and ends the process with its status. */
    public static void main(String[] words) {
        Outlet out = new Outlet(new FileOutputStream(FileDescriptor.out));
        Surroundings surroundings = ofThisProcess(out);
        int status = new Commands().run(List.of(words), surroundings);
        surroundings.streams().flush();
        String complaint = out.complaint();
        if (complaint != null) {
            CliError unwritten = new CliError.General("Could not write to standard output: " + complaint);
            surroundings.streams().err().print(unwritten.report());
            surroundings.streams().flush();
            status = unwritten.exitStatus();
        }
        System.exit(status);
    }

    private static Surroundings ofThisProcess(Outlet out) {
        // UTF-8 whatever the locale says, as the AWS command line does: answers are data.
        Streams streams = new Streams(utf8(out), utf8(new FileOutputStream(FileDescriptor.err)));
        Environment environment = Environment.of(System.getenv(), System.getProperty("user.home"));
        // Not a SecureRandom: it only spreads retries and numbers requests, and would cost a start-up more.
        Timing timing = new Timing(InstantSource.system(), Thread::sleep);
        return new Surroundings(streams, environment, timing, screen(), new ConsolePrompt(), new SplittableRandom());
    }

    /** The launcher says how wide the terminal is, as it can find out in no time; without a terminal it says nothing. */
    private static @Nullable Screen screen() {
        int columns = Integer.getInteger("cognate.columns", 0);
        return columns <= 0 ? null : new Screen(columns, new PagerProgram());
    }

    private static PrintStream utf8(OutputStream target) {
        return new PrintStream(new BufferedOutputStream(target), false, StandardCharsets.UTF_8);
    }
}
