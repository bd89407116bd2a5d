package dev.cognate.cli.inbox;

import dev.cognate.cli.configuration.Settings;
import dev.cognate.cli.terminal.Endpoint;
import dev.cognate.cli.terminal.Surroundings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the commands of the inbox have in common on the command line: where the server is, and the form of the answer. */
abstract class InboxCommand {
    /** The exit status when there is no such message. */
    static final int NONE_FOUND = 1;

    @Option(
            names = "--endpoint-url",
            paramLabel = "<url>",
            description = "Where the server is; else AWS_ENDPOINT_URL, else " + Endpoint.DEFAULT + ".")
    private @Nullable String endpointUrl;

    @Option(names = "--json", description = "Prints JSON, as the server tells it.")
    private boolean json;

    /** Runs the command and returns its exit status. */
    final int run(Surroundings surroundings) {
        return run(
                new MessageBox(new Settings(surroundings.environment(), null).endpoint(endpointUrl, null)),
                surroundings);
    }

    /** Runs the command on the messages of the server and returns its exit status. */
    abstract int run(MessageBox messages, Surroundings surroundings);

    /** Whether the answer shall be JSON. */
    final boolean asJson() {
        return json;
    }
}
