package dev.cognate.cli.login;

import dev.cognate.cli.command.CommandWords;
import dev.cognate.cli.command.ServerOptions;
import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonReader.Malformed;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonWriter;
import dev.cognate.cli.login.SignIn.Api;
import dev.cognate.cli.login.SignIn.SignedIn;
import dev.cognate.cli.terminal.Captured;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Program;
import dev.cognate.cli.terminal.Surroundings;
import dev.cognate.cli.terminal.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code cognate login}: signs a user in with SRP and prints or stores the tokens. Reference: auth 9. */
public final class Login implements Program {
    private final Program operations;

    /** @param operations runs operations of the API; its words are those behind {@code cognito-idp} */
    public Login(Program operations) {
        this.operations = operations;
    }

    @Command(
            name = "cognate login",
            description = "Signs a user in. The password is asked for and never leaves this program: what is sent is a"
                    + " proof that it is known (SRP).",
            footerHeading = "%nThe password may also be in the variable COGNATE_PASSWORD.%n%nExamples:%n",
            footer = {
                "  cognate login --user-pool-id us-east-1_COGNATE01 \\",
                "    --client-id 12a3b456c7de890f11g123hijk --username jane"
            })
    static final class Words {
        @Option(names = "--user-pool-id", required = true, paramLabel = "<id>", description = "The user pool.")
        private String poolId = "";

        @Option(names = "--client-id", required = true, paramLabel = "<id>", description = "The app client.")
        private String clientId = "";

        @Option(names = "--username", required = true, paramLabel = "<name>", description = "The user.")
        private String username = "";

        @Option(
                names = "--client-secret",
                paramLabel = "<secret>",
                description =
                        "The secret of the app client, if it has one, or file:// and the file with it; else COGNATE_CLIENT_SECRET.")
        private @Nullable String clientSecret;

        @Option(
                names = "--store",
                paramLabel = "<file>",
                description =
                        "Writes the tokens into this file, for its owner only, instead of printing them; and with them what"
                                + " lets the pool know this device again, where it tracks devices.")
        private @Nullable String store;

        @Option(
                names = "--remember-device",
                negatable = true,
                description =
                        "Whether the pool shall remember this device, so that it takes the place of a second factor"
                                + " where the pool has it so; else the pool decides, or the user is asked. Needs --store.")
        private @Nullable Boolean rememberDevice;

        @Option(
                names = "--device-name",
                paramLabel = "<name>",
                description =
                        "What this device is called in the user's list of devices; cognate unless told otherwise.")
        private String deviceName = "cognate";

        @Mixin
        private final ServerOptions server = new ServerOptions();

        String poolId() {
            return poolId;
        }

        String clientId() {
            return clientId;
        }

        String username() {
            return username;
        }

        @Nullable String clientSecret() {
            return clientSecret;
        }

        @Nullable Boolean remembersDevice() {
            return rememberDevice;
        }

        String deviceName() {
            return deviceName;
        }
    }

    /** Signs in; returns 0, or the status of the operation that failed. */
    @Override
    public int run(List<String> words, Surroundings surroundings) {
        Words parsed = new Words();
        if (!CommandWords.read(parsed, words, surroundings)) {
            return 0;
        }
        if (parsed.store == null && parsed.rememberDevice != null) {
            throw CliError.Invalid.parameter("--remember-device needs --store: the device must be kept somewhere");
        }
        TokenFile file = parsed.store == null ? null : TokenFile.named(parsed.store);
        Person person = new Person(parsed, surroundings);
        Api api = (operation, request) -> call(operation, request, parsed, surroundings);
        try {
            SignIn signIn = new SignIn(api, person, surroundings.timing().clock());
            SignedIn signedIn = signIn.run(file == null ? null : file.device(person.owner()));
            Entries tokens = tokens(signedIn.answer());
            if (file == null) {
                surroundings.streams().out().println(Visible.json(JsonWriter.indented(tokens)));
                return 0;
            }
            Device confirmed = new NewDevice(api, person).confirmed(tokens);
            file.write(tokens, confirmed == null ? signedIn.device() : confirmed);
            person.tell("Signed in; the tokens are in " + file);
            return 0;
        } catch (Refused refused) {
            surroundings.streams().err().print(Visible.lines(refused.complaint()));
            return refused.status();
        }
    }

    private static Entries tokens(Entries answer) {
        return answer.get("AuthenticationResult") instanceof Entries tokens ? tokens : answer;
    }

    private Entries call(String operation, Entries request, Words words, Surroundings surroundings) {
        List<String> all = new ArrayList<>(
                List.of(operation, "--cli-input-json", JsonWriter.compact(request), "--output", "json"));
        all.addAll(List.of("--cli-error-format", "legacy"));
        all.addAll(words.server.words());
        if (words.clientSecret != null && SignIn.OPERATIONS.contains(operation)) {
            all.addAll(List.of("--client-secret", words.clientSecret));
        }
        Captured answer = Captured.of(operations, all, surroundings);
        if (answer.status() != 0) {
            throw new Refused(answer.status(), answer.err());
        }
        try {
            // An operation without an answer prints nothing.
            return !answer.out().isBlank() && JsonReader.read(answer.out()) instanceof Entries entries
                    ? entries
                    : new Entries(Map.of());
        } catch (Malformed broken) {
            throw new CliError.General("The server's answer cannot be read.");
        }
    }
}
