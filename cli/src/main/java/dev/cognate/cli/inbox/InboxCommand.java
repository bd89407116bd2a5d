package dev.cognate.cli.inbox;

import dev.cognate.cli.configuration.Proxies;
import dev.cognate.cli.configuration.Settings;
import dev.cognate.cli.configuration.TlsTrust;
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

    @Option(
            names = "--ca-bundle",
            paramLabel = "<file>",
            description = "The authorities that are trusted, PEM; else AWS_CA_BUNDLE.")
    private @Nullable String caBundle;

    @Option(names = "--no-verify-ssl", description = "Trusts any server.")
    private boolean unverified;

    @Option(names = "--json", description = "Prints JSON, as the server tells it.")
    private boolean json;

    /** Runs the command and returns its exit status. */
    final int run(Surroundings surroundings) {
        Settings settings = new Settings(surroundings.environment(), null);
        Endpoint endpoint = settings.endpoint(endpointUrl, null);
        TlsTrust trust =
                unverified ? TlsTrust.inAnybody() : TlsTrust.in(caBundle != null ? caBundle : settings.caBundle());
        return run(new MessageBox(endpoint, trust, new Proxies(surroundings.environment()).of(endpoint)), surroundings);
    }

    /** Runs the command on the messages of the server and returns its exit status. */
    abstract int run(MessageBox messages, Surroundings surroundings);

    /** Whether the answer shall be JSON. */
    final boolean asJson() {
        return json;
    }
}
