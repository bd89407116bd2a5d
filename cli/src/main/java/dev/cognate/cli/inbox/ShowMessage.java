package dev.cognate.cli.inbox;

import dev.cognate.cli.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cognate inbox show}: one message as it arrived. */
@Command(
        name = "show",
        description = "Shows a message as it arrived.",
        footerHeading = "%nExamples:%n",
        footer = {"  cognate inbox show 0198c1d2", "  cognate inbox show 0198c1d2 --json"})
final class ShowMessage extends InboxCommand {
    @Parameters(paramLabel = "<id>", description = "The id in the last column of the list.")
    private String id = "";

    @Override
    int run(MessageBox box, Surroundings surroundings) {
        Message message = box.find(id);
        if (message == null) {
            surroundings.streams().err().println("There is no message " + id + ".");
            return NONE_FOUND;
        }
        surroundings.streams().out().print(asJson() ? MessageText.json(message.json()) : MessageText.whole(message));
        return 0;
    }
}
