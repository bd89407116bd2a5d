package dev.cognate.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.store.TestPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands beside a server whose data is elsewhere: they say so, and make nothing at the place that was misspelt. */
final class NoStoreTest {
    private static final String EXPORTED =
            "{\"cognate\":{\"version\":1,\"pool\":\"us-east-1_PEOPLE001\",\"proof\":\"AAAA\"}}\n";

    @TempDir
    private Path folder;

    /** What a command came to. */
    private record Ran(int status, String out, String err) {}

    private static Ran run(List<String> words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.commands(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(words.toArray(String[]::new));
        return new Ran(status, out.toString(), err.toString());
    }

    private static Ran run(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.addAll(List.of(more));
        return run(words);
    }

    private List<Path> made() throws IOException {
        try (var paths = Files.list(folder)) {
            return paths.toList();
        }
    }

    private static void begin(Path data) {
        ServerSettings settings = SettingsLoader.load(Map.of("data", data.toString()), Map.of(), Map.of(), null);
        new Startup(settings).visit().store().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keys list",
                "keys create",
                "keys delete AKIA0EXAMPLE0EXAMPLE",
                "sms list",
                "sms verify +12065550100",
                "sms remove +12065550100",
                "kms list",
                "kms create-key",
                "imports log us-east-1_EXAMPLE12 import-none",
                "messages failed",
                "messages retry m",
                "messages drop m",
                "messages preview",
                "triggers list",
                "triggers invoke",
                "signing-keys rotate us-east-1_EXAMPLE12",
                "export --user-pool-id us-east-1_EXAMPLE12"
            })
    void theyLookAtAStoreThatIsThere(String command) throws IOException {
        Path misspelt = folder.resolve("misspelt");
        Ran refused = new Ran(
                1,
                "",
                "cognate: There is no store in the folder " + misspelt
                        + ". Say where the data is with --data; cognate serve begins a new store\n");

        assertThat(run(command, "--data", misspelt.toString())).isEqualTo(refused);
        assertThat(made()).isEmpty();

        Files.createDirectory(misspelt);
        assertThat(run(command, "--data", misspelt.toString())).isEqualTo(refused);
        assertThat(misspelt).isEmptyDirectory();
    }

    /** A new key would open nothing, and lie where the right one belongs. */
    @Test
    void aSealKeyThatIsMissingIsNotMadeAnew() throws IOException {
        Path data = folder.resolve("data");
        begin(data);
        Files.delete(data.resolve("seal.key"));
        Path misspelt = folder.resolve("misspelt.key");

        assertThat(run("keys list", "--data", data.toString()).err)
                .startsWith(
                        "cognate: There is no seal key in " + data.resolve("seal.key") + ", and the store was sealed");
        assertThat(run("keys list", "--data", data.toString(), "--seal-key-file", misspelt.toString()).status)
                .isEqualTo(1);
        assertThat(data.resolve("seal.key")).doesNotExist();
        assertThat(made()).containsExactly(data);
    }

    @Test
    void anImportBeginsAStoreAndSaysSoWhateverBecomesOfIt() throws IOException {
        Path fresh = folder.resolve("fresh");
        Path file = Files.writeString(folder.resolve("people.jsonl"), EXPORTED);
        Path key = Files.writeString(folder.resolve("key"), "0MqH8oN7tTqT0C3Y0m0Q9oTt1Wm0x8bq1V1iY2JtJ3k=\n");

        Ran ran = run(
                "import", "--data", fresh.toString(), "--from", file.toString(), "--passphrase-file", key.toString());

        assertThat(ran.status).isEqualTo(1);
        assertThat(ran.err).startsWith("cognate: A new store was begun in the folder " + fresh + "\n");
        assertThat(fresh).isNotEmptyDirectory();
        assertThat(run("keys list", "--data", fresh.toString()).status).isZero();
    }

    @Test
    void anImportWithWrongWordsBeginsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("people.jsonl"), EXPORTED);
        Path data = folder.resolve("fresh");
        List<List<String>> wrong = List.of(
                List.of("import"),
                List.of("import", "--from", "/no/such/file"),
                List.of("import", "--from", folder.toString()),
                List.of("import", "--from", file.toString(), "--passphrase-file", "/no/such/file"),
                List.of("import", "--from", file.toString(), "--passphrase-file", "/dev/null"),
                List.of("import", "aws", "--user-pool-id", "people"),
                List.of("import", "aws", "--user-pool-id", "us-east-1_PEOPLE001", "--endpoint-url", "nowhere"));
        for (List<String> command : wrong) {
            List<String> words = new ArrayList<>(command);
            words.addAll(List.of("--data", data.toString()));

            Ran ran = run(words);

            assertThat(ran.status).as(ran.err).isPositive();
            assertThat(ran.err).startsWith("cognate: ").doesNotContain("new store");
            assertThat(data).doesNotExist();
        }
    }

    /** On PostgreSQL too, where a misspelt name may be that of somebody else's database. */
    @Test
    void aDatabaseWithoutAStoreStaysAsItIs() {
        String database = TestPostgres.freshDatabase();
        String data = folder.resolve("data").toString();

        for (int i = 0; i < 2; i++) {
            assertThat(run("keys list", "--data", data, "--store", database))
                    .isEqualTo(new Ran(
                            1,
                            "",
                            "cognate: There is no store in the database of --store. Say where the data is with --store;"
                                    + " cognate serve begins a new store\n"));
        }
        Map<String, String> settings = Map.of("data", data, "store", database);
        new Startup(SettingsLoader.load(settings, Map.of(), Map.of(), null))
                .visit()
                .store()
                .close();
        assertThat(run("keys list", "--data", data, "--store", database).out)
                .startsWith("There are no access keys yet");
    }
}
