package dev.cognate.cli.doctor;

import dev.cognate.cli.command.CommandWords;
import dev.cognate.cli.command.ServerOptions;
import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonReader.Malformed;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.terminal.Captured;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Program;
import dev.cognate.cli.terminal.Surroundings;
import dev.cognate.cli.terminal.Visible;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The command {@code cognate doctor}: looks at a user pool and an app client for a way of signing in. Exit status 1 means
 * that something keeps users out.
 */
public final class Doctor implements Program {
    private final Program operations;

    /** @param operations runs operations of the API; its words are those behind {@code cognito-idp} */
    public Doctor(Program operations) {
        this.operations = operations;
    }

    @Command(
            name = "cognate doctor",
            description = "Tells what keeps users of an app client from signing in.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  cognate doctor --user-pool-id us-east-1_COGNATE01 \\",
                "    --client-id 12a3b456c7de890f11g123hijk",
                "  cognate doctor --user-pool-id ... --client-id ... \\",
                "    --flow USER_PASSWORD_AUTH --username jane"
            })
    private static final class Words {
        @Option(names = "--user-pool-id", required = true, paramLabel = "<id>", description = "The user pool.")
        private String poolId = "";

        @Option(names = "--client-id", required = true, paramLabel = "<id>", description = "The app client.")
        private String clientId = "";

        @Option(names = "--username", paramLabel = "<name>", description = "A user who cannot sign in.")
        private @Nullable String username;

        @Option(
                names = "--flow",
                paramLabel = "<flow>",
                description = "How users sign in: USER_SRP_AUTH, another AuthFlow, or code for browsers.")
        private String flow = "USER_SRP_AUTH";

        @Mixin
        private final ServerOptions server = new ServerOptions();
    }

    /** Prints what was found; returns the exit status. */
    @Override
    public int run(List<String> words, Surroundings surroundings) {
        Words parsed = new Words();
        if (!CommandWords.read(parsed, words, surroundings)) {
            return 0;
        }
        if (!parsed.flow.equals(Examination.CODE) && !Flows.names().contains(parsed.flow)) {
            throw CliError.Invalid.parameter(
                    "--flow is " + Examination.CODE + " or an AuthFlow: " + String.join(", ", Flows.names()));
        }
        List<Finding> findings = examine(parsed, surroundings);
        findings.forEach(finding -> surroundings.streams().out().println(Visible.line(finding.toString())));
        boolean wrong = findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.WRONG);
        return wrong ? 1 : 0;
    }

    private List<Finding> examine(Words words, Surroundings surroundings) {
        Examination examination = new Examination();
        Entries pool = asked(examination, words, surroundings, "describe-user-pool", "UserPool");
        if (pool == null) {
            return examination.findings();
        }
        examination.pool(pool, words.flow);
        Entries client = asked(
                examination,
                words,
                surroundings,
                "describe-user-pool-client",
                "UserPoolClient",
                "--client-id",
                words.clientId);
        if (client != null) {
            examination.client(client, words.flow);
        }
        if (words.username != null) {
            Entries user = asked(examination, words, surroundings, "admin-get-user", "@", "--username", words.username);
            if (user != null) {
                examination.user(user);
            }
        }
        return examination.findings();
    }

    /** What the server tells; null, and a finding, when it tells nothing. */
    private @Nullable Entries asked(
            Examination examination,
            Words words,
            Surroundings surroundings,
            String operation,
            String query,
            String... more) {
        List<String> all = new ArrayList<>(List.of(operation, "--user-pool-id", words.poolId));
        all.addAll(List.of(more));
        all.addAll(List.of("--output", "json", "--query", query, "--cli-error-format", "legacy"));
        all.addAll(words.server.words());
        Captured answer = Captured.of(operations, all, surroundings);
        try {
            if (answer.status() == 0 && JsonReader.read(answer.out()) instanceof Entries entries) {
                return entries;
            }
        } catch (Malformed broken) {
            examination.missing("the answer to " + operation + " cannot be read");
            return null;
        }
        examination.missing(answer.err().strip().replace("cognate: [ERROR]: ", ""));
        return null;
    }
}
