package dev.cognate.cli.inbox;

import dev.cognate.cli.terminal.Surroundings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cognate inbox delete}: removes one message, or all. */
@Command(
        name = "delete",
        description = "Removes a message, or all of them.",
        footerHeading = "%nExamples:%n",
        footer = {"  cognate inbox delete 0198c1d2", "  cognate inbox delete --all"})
final class DeleteMessages extends InboxCommand {
    @ArgGroup(exclusive = true, multiplicity = "1")
    private Which which = new Which();

    private static final class Which {
        @Parameters(paramLabel = "<id>", arity = "0..1", description = "The id in the last column of the list.")
        private @Nullable String id;

        @Option(names = "--all", description = "All messages.")
        private boolean all;
    }

    @Override
    int run(MessageBox box, Surroundings surroundings) {
        String id = which.id;
        if (which.all || id == null) {
            box.deleteAll();
            return 0;
        }
        if (!box.delete(id)) {
            surroundings.streams().err().println("There is no message " + id + ".");
            return NONE_FOUND;
        }
        return 0;
    }
}
