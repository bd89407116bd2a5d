package dev.cognate.app;

import dev.cognate.store.StoreException;
import dev.cognate.transfer.TransferRefused;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** The command line of the server: {@code serve}, and what is done beside a server. */
public final class Main {
    private static final int FAILED = 1;

    private Main() {}

    /** Runs one command and leaves with its status: 0 done, 1 failed, 2 wrongly used. */
    public static void main(String[] args) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Outlet outlet = new Outlet(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = new PrintWriter(outlet, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = commands(out, err).execute(args);
        if (status != Serve.RUNNING) {
            out.flush();
            System.exit(status == 0 && !isWritten(outlet, err) ? FAILED : status);
        }
    }

    /**
     * Whether all that was printed went out: half of an export, or a key that nobody has seen, is no success. Nothing is said
     * about a reader who left, such as {@code head}: that was the reader's wish.
     */
    static boolean isWritten(Outlet outlet, PrintWriter err) {
        String complaint = outlet.complaint();
        if (complaint != null) {
            err.println("cognate: Not all of it could be written to standard output: " + complaint);
        }
        return outlet.isWhole();
    }

    static CommandLine commands(PrintWriter out, PrintWriter err) {
        CommandSpec root = CommandSpec.create().name("cognate");
        root.usageMessage().description("Amazon Cognito user pools on your own machine.");
        CommandLine commands = new CommandLine(root)
                .addSubcommand(Serve.command(out))
                .addSubcommand(KeysCommands.command(out))
                .addSubcommand(SigningKeysCommand.command(out))
                .addSubcommand(SealKeysCommand.command(out, err))
                .addSubcommand(MessagesCommands.command(out))
                .addSubcommand(ImportsCommands.command(out))
                .addSubcommand(SmsCommands.command(out))
                .addSubcommand(KmsCommands.command(out))
                .addSubcommand(TriggersCommands.command(out))
                .addSubcommand(new TransferCommands(out, err).exporting())
                .addSubcommand(
                        new TransferCommands(out, err).importing().addSubcommand(new CopyCommand(out, err).line()))
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.AUTO))
                .setUsageHelpAutoWidth(true);
        commands.setExecutionStrategy(new CommandLine.RunLast());
        commands.setParameterExceptionHandler((wrong, _) -> {
            // Not the help itself: with all the settings of a server it would push what is wrong off the screen.
            CommandSpec command = wrong.getCommandLine().getCommandSpec();
            err.println("cognate: " + Visible.line(String.valueOf(wrong.getMessage())));
            CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
            err.println("To see help text: " + command.qualifiedName() + " --help");
            return command.exitCodeOnInvalidInput();
        });
        commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof SettingsError
                    || failure instanceof StoreException
                    || failure instanceof TransferRefused
                    || failure instanceof UncheckedIOException
                    || failure instanceof dev.cognate.crypto.UnusableKey) {
                err.println("cognate: " + Visible.line(String.valueOf(failure.getMessage())));
                return FAILED;
            }
            throw failure;
        });
        return commands;
    }
}
