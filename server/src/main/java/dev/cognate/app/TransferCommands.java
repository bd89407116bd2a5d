package dev.cognate.app;

import dev.cognate.domain.PoolId;
import dev.cognate.transfer.PoolFiles;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** {@code cognate export} and {@code cognate import}: a user pool as one file, and back. */
final class TransferCommands {
    private static final int WRONGLY_USED = 2;
    private static final String POOL = "--user-pool-id";
    private static final String PASSPHRASE = "--passphrase-file";
    private static final String PASSPHRASE_HELP =
            "A file whose first line is the passphrase that seals the secrets. It is"
                    + " asked for when none is given, and input and output are a terminal.";

    private final PrintWriter out;
    private final PrintWriter err;
    /** The passphrase of an import, read once: a pipe has it no second time. */
    private String opening = "";

    TransferCommands(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    CommandLine exporting() {
        CommandLine line = new StoreCommand(
                        "export",
                        "Writes a user pool with everything in it into one file: sorted lines of JSON, the same for the same"
                                + " state, secrets sealed under a passphrase. A server may be running meanwhile.",
                        this::export)
                .option(POOL, "<id>", "The user pool.")
                .option("--out", "<file>", "The file; by default standard output.")
                .option(PASSPHRASE, "<file>", PASSPHRASE_HELP)
                .line();
        line.getCommandSpec()
                .usageMessage()
                .footerHeading("%nExample:%n")
                .footer(
                        "  cognate export --user-pool-id us-east-1_EXAMPLE12 --out people.jsonl \\",
                        "    --passphrase-file key");
        return line;
    }

    CommandLine importing() {
        CommandLine line = new StoreCommand(
                        "import",
                        "Puts a user pool that was exported into the store: all of it, or nothing. On SQLite, servers and"
                                + " commands that write wait meanwhile: stop the server for a large pool.",
                        this::importFile)
                .beginningStore(this::look)
                .option("--from", "<file>", "The file that export wrote.")
                .option(PASSPHRASE, "<file>", PASSPHRASE_HELP)
                .flag("--replace", "Takes the place of the pool with that id, and of all that belongs to it.")
                .line();
        line.getCommandSpec()
                .usageMessage()
                .footerHeading("%nExample:%n")
                .footer("  cognate import --from people.jsonl --passphrase-file key");
        return line;
    }

    private int export(ParseResult parsed, Cognate.Ground ground) {
        String pool = parsed.matchedOptionValue(POOL, "");
        if (pool.isEmpty()) {
            return wronglyUsed("Say which user pool: --user-pool-id us-east-1_EXAMPLE12");
        }
        PoolFiles files = new PoolFiles(ground.store(), ground.keys());
        String target = parsed.matchedOptionValue("--out", "");
        String passphrase = newPassphrase(parsed);
        if (target.isEmpty()) {
            print(file -> files.write(new PoolId(pool), file, passphrase, progress("exported")));
            return 0;
        }
        PoolFiles.Moved moved = files.write(new PoolId(pool), Path.of(target), passphrase, progress("exported"));
        out.println("Exported " + moved.pool() + " into " + target + ": " + moved.rows() + " rows");
        return 0;
    }

    /** What is done with a file. */
    @FunctionalInterface
    private interface Writing {
        void into(Path file);
    }

    /** By way of a file: what fails half-way leaves nothing on standard output. */
    private void print(Writing writing) {
        try {
            Path folder = Files.createTempDirectory("cognate-export");
            Path file = folder.resolve("pool");
            try {
                writing.into(file);
                try (var lines = Files.newBufferedReader(file)) {
                    lines.transferTo(out);
                }
                out.flush();
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The export cannot be written (" + failure + "). Choose a file with --out", failure);
        }
    }

    /** Before a store is begun: there must be a file, and what opens it. */
    private int look(ParseResult parsed) {
        String source = parsed.matchedOptionValue("--from", "");
        if (source.isEmpty()) {
            return wronglyUsed("Say what to import: --from <file>");
        }
        Path file = Path.of(source);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new SettingsError(file + " is no regular file, and an import reads it more than once");
        }
        PoolFiles.poolOf(file);
        opening = passphrase(parsed);
        return 0;
    }

    private int importFile(ParseResult parsed, Cognate.Ground ground) {
        String source = parsed.matchedOptionValue("--from", "");
        PoolFiles.Moved moved = new PoolFiles(ground.store(), ground.keys())
                .read(Path.of(source), opening, parsed.hasMatchedOption("--replace"), progress("imported"));
        out.println("Imported " + moved.pool() + ": " + moved.rows() + " rows");
        return 0;
    }

    private int wronglyUsed(String sentence) {
        err.println("cognate: " + sentence);
        return WRONGLY_USED;
    }

    private LongConsumer progress(String done) {
        return new Progress(err, done);
    }

    /** One that is typed is typed twice: nobody sees it, and a slip would lock the file. */
    private static String newPassphrase(ParseResult parsed) {
        String passphrase = passphrase(parsed);
        boolean typed = parsed.matchedOptionValue(PASSPHRASE, "").isEmpty();
        if (typed && !passphrase.equals(asked(System.console(), "Passphrase, once more: "))) {
            throw new SettingsError("The two passphrases are not the same");
        }
        return passphrase;
    }

    private static String passphrase(ParseResult parsed) {
        String file = parsed.matchedOptionValue(PASSPHRASE, "");
        String passphrase = file.isEmpty() ? asked(System.console(), "Passphrase: ") : firstLine(Path.of(file));
        if (passphrase == null || passphrase.isBlank()) {
            throw new SettingsError(
                    "There is no passphrase. Make one with: openssl rand -base64 32 > key; and say --passphrase-file key");
        }
        return passphrase;
    }

    private static @Nullable String asked(@Nullable Console console, String question) {
        if (console == null || !console.isTerminal()) {
            return null;
        }
        char[] typed = console.readPassword("%s", question);
        return typed == null ? null : new String(typed);
    }

    private static @Nullable String firstLine(Path file) {
        try (var lines = Files.newBufferedReader(file)) {
            return lines.readLine();
        } catch (NoSuchFileException _) {
            throw new SettingsError(
                    "There is no passphrase file " + file + ". Make one with: openssl rand -base64 32 > " + file);
        } catch (CharacterCodingException _) {
            throw new SettingsError("The passphrase file " + file
                    + " holds bytes that are no text in UTF-8. Make one with: openssl rand -base64 32 > " + file);
        } catch (IOException unreadable) {
            throw new SettingsError("The passphrase file " + file + " cannot be read: " + unreadable);
        }
    }
}
