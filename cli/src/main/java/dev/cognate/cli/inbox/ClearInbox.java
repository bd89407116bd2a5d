package dev.cognate.cli.inbox;

import dev.cognate.cli.terminal.Surroundings;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cognate inbox clear}: removes all messages, or all that fit a filter. */
@Command(
        name = "clear",
        description = "Removes all messages, or all that fit the filter.",
        footerHeading = "%nExamples:%n",
        footer = {"  cognate inbox clear", "  cognate inbox clear --username jane"})
final class ClearInbox extends InboxCommand {
    @Mixin
    private final Filter filter = new Filter();

    @Override
    int run(MessageBox box, Surroundings surroundings) {
        Map<String, String> wanted = filter.values();
        if (wanted.isEmpty()) {
            box.deleteAll();
            return 0;
        }
        // The server lists only the newest; whoever else deletes meanwhile is welcome.
        for (List<Message> some = box.list(wanted); !some.isEmpty(); some = box.list(wanted)) {
            some.forEach(each -> box.delete(each.id()));
        }
        return 0;
    }
}
