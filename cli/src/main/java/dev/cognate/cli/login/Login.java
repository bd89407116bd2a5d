package dev.cognate.cli.login;

import dev.cognate.cli.command.CommandWords;
import dev.cognate.cli.command.ServerOptions;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonWriter;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Program;
import dev.cognate.cli.terminal.Streams;
import dev.cognate.cli.terminal.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code cognate login}: signs a user in with SRP and prints or stores the tokens. Reference: auth 9. */
public final class Login implements Program {
    private final Program operations;
    private final SecretHash hash;

    /**
     * @param operations runs operations of the API; its words are those behind {@code cognito-idp}
     * @param hash makes secret hashes
     */
    public Login(Program operations, SecretHash hash) {
        this.operations = operations;
        this.hash = hash;
    }

    /** Makes the secret hash of a user of an app client. */
    @FunctionalInterface
    public interface SecretHash {

        /** The hash, Base64. */
        String of(String username, String clientId, String secret);
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
    private static final class Words {
        @Option(names = "--user-pool-id", required = true, paramLabel = "<id>", description = "The user pool.")
        private String poolId = "";

        @Option(names = "--client-id", required = true, paramLabel = "<id>", description = "The app client.")
        private String clientId = "";

        @Option(names = "--username", required = true, paramLabel = "<name>", description = "The user.")
        private String username = "";

        @Option(
                names = "--client-secret",
                paramLabel = "<secret>",
                description = "The secret of the app client, if it has one; else COGNATE_CLIENT_SECRET.")
        private @Nullable String clientSecret;

        @Option(
                names = "--store",
                paramLabel = "<file>",
                description = "Writes the tokens into this file, for its owner only, instead of printing them.")
        private @Nullable String store;

        @Mixin
        private final ServerOptions server = new ServerOptions();
    }

    /** An operation that did not go well; standard error has its complaint already. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        private Stopped(int status) {
            super(null, null, false, false);
            this.status = status;
        }
    }

    /** Signs in; returns 0, or the status of the operation that failed. */
    @Override
    public int run(List<String> words, Surroundings surroundings) {
        Words parsed = new Words();
        if (!CommandWords.read(parsed, words, surroundings)) {
            return 0;
        }
        checkStore(parsed.store);
        try {
            SignIn signIn = new SignIn(
                    (operation, input) -> call(operation, input, parsed, surroundings),
                    new Person(parsed, surroundings),
                    surroundings.timing().clock());
            deliver(signIn.run(), parsed, surroundings);
            return 0;
        } catch (Stopped stopped) {
            return stopped.status;
        }
    }

    private String call(String operation, String input, Words words, Surroundings surroundings) {
        List<String> all = new ArrayList<>(List.of(operation, "--cli-input-json", input, "--output", "json"));
        all.addAll(words.server.words());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Streams streams = new Streams(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                surroundings.streams().err());
        int status = operations.run(all, surroundings.printingTo(streams));
        streams.flush();
        if (status != 0) {
            throw new Stopped(status);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Before anybody signs in: what is replaced by the tokens must be a file. */
    private static void checkStore(@Nullable String store) {
        try {
            if (store != null
                    && Files.exists(Path.of(store), LinkOption.NOFOLLOW_LINKS)
                    && !Files.isRegularFile(Path.of(store), LinkOption.NOFOLLOW_LINKS)) {
                throw new CliError.General("The tokens cannot be stored in " + store + ": it is no regular file");
            }
        } catch (InvalidPathException noPath) {
            throw new CliError.General("Could not write the tokens into " + store);
        }
    }

    private static void deliver(Entries answer, Words words, Surroundings surroundings) {
        JsonValue tokens = answer.get("AuthenticationResult");
        String json = JsonWriter.indented(tokens == null ? answer : tokens) + "\n";
        if (words.store == null) {
            surroundings.streams().out().print(json);
            return;
        }
        try {
            Path file = Path.of(words.store);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, json);
        } catch (IOException | InvalidPathException | UnsupportedOperationException unwritable) {
            throw new CliError.General("Could not write the tokens into " + words.store);
        }
        surroundings.streams().err().println("Signed in; the tokens are in " + words.store);
    }

    /** Who signs in, and where. */
    final class Person {
        private final Words words;
        private final Surroundings surroundings;

        private Person(Words words, Surroundings surroundings) {
            this.words = words;
            this.surroundings = surroundings;
        }

        String poolId() {
            return words.poolId;
        }

        String clientId() {
            return words.clientId;
        }

        String username() {
            return words.username;
        }

        String password() {
            String variable = surroundings.environment().first("COGNATE_PASSWORD");
            return variable != null ? variable : surroundings.prompt().ask("Password", true);
        }

        String newPassword() {
            return surroundings.prompt().ask("New password", true);
        }

        String answer(String question) {
            return surroundings.prompt().ask(question, false).strip();
        }

        /** The secret hash for a username; null for an app client without a secret. */
        @Nullable String secretHash(String username) {
            String secret = words.clientSecret != null
                    ? words.clientSecret
                    : surroundings.environment().first("COGNATE_CLIENT_SECRET");
            return secret == null ? null : hash.of(username, words.clientId, secret);
        }
    }
}
