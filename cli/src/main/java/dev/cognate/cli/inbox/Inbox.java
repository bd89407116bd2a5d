package dev.cognate.cli.inbox;

import dev.cognate.cli.command.CommandWords;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Program;
import dev.cognate.cli.terminal.Surroundings;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command {@code cognate inbox list|show|code|wait|delete|clear}. Exit status 1 means that there was no such message. */
public final class Inbox implements Program {

    @Command(
            name = "cognate inbox",
            description = "Shows the messages that the server has sent.",
            synopsisSubcommandLabel = "(list | show | code | wait | delete | clear)",
            footerHeading = "%nExamples:%n",
            footer = {
                "  cognate inbox list",
                "  cognate inbox code --username jane",
                "  cognate inbox show 0198c1d2",
                "  cognate inbox delete 0198c1d2",
                "  cognate inbox clear --username jane"
            })
    private static final class Words {}

    /** Runs one of the inbox's commands and returns its exit status. */
    @Override
    public int run(List<String> words, Surroundings surroundings) {
        CommandLine line = new CommandLine(new Words())
                .addSubcommand(new ListMessages())
                .addSubcommand(new ShowMessage())
                .addSubcommand(new ShowCode())
                .addSubcommand(new WaitForCode())
                .addSubcommand(new DeleteMessages())
                .addSubcommand(new ClearInbox());
        CommandWords.addHelp(line);
        line.getSubcommands().values().forEach(CommandWords::addHelp);
        ParseResult parsed = parsed(line, words);
        for (CommandLine asked : parsed.asCommandLineList()) {
            if (asked.isUsageHelpRequested() || (!parsed.hasSubcommand() && words.isEmpty())) {
                CommandWords.printHelp(asked, surroundings);
                return 0;
            }
        }
        return ((InboxCommand) parsed.subcommand().commandSpec().userObject()).run(surroundings);
    }

    private static ParseResult parsed(CommandLine line, List<String> words) {
        try {
            ParseResult parsed =
                    line.parseArgs(CommandWords.withHelpAsOption(words).toArray(String[]::new));
            if (!parsed.hasSubcommand() && !words.isEmpty() && !parsed.isUsageHelpRequested()) {
                throw CliError.Invalid.parameter("Name a command: list, show, code, wait, delete or clear");
            }
            return parsed;
        } catch (ParameterException wrong) {
            throw CommandWords.refusal(wrong);
        }
    }
}
