package dev.cognate.cli.inbox;

import dev.cognate.cli.terminal.Surroundings;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cognate inbox list}: the messages, the newest first. */
@Command(
        name = "list",
        description = "Lists the messages, the newest first.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cognate inbox list",
            "  cognate inbox list --username jane",
            "  cognate inbox list --destination jane@example.com --json"
        })
final class ListMessages extends InboxCommand {
    @Mixin
    private final Filter filter = new Filter();

    @Override
    int run(MessageBox box, Surroundings surroundings) {
        List<Message> messages = box.list(filter.values());
        surroundings.streams().out().print(asJson() ? MessageText.json(messages) : MessageText.table(messages));
        return 0;
    }
}
