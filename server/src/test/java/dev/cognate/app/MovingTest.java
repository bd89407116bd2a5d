package dev.cognate.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.domain.PoolId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code cognate export}, {@code import} and {@code import aws}, as docs/moving.md has them. */
class MovingTest {
    private static final Path DOCS = Path.of(System.getProperty("cognate.root", ".."), "docs", "moving.md");
    private static final String POOL = "us-east-1_PEOPLE001";
    private static final String SEED = """
            pools:
              - id: us-east-1_PEOPLE001
                pool: {PoolName: people, AutoVerifiedAttributes: [email]}
                clients:
                  - id: 1example23456789
                    client: {ClientName: web, ClientSecret: abcdefghijklmnopqrstuvwx}
                users:
                  - Username: jane
                    Password: Corr3ct-Horse!
                    UserAttributes: {email: jane@example.com, email_verified: true}
            """;

    @TempDir
    private Path folder;

    private Path here = Path.of("");
    private Path there = Path.of("");

    /** What a command came to. */
    private record Ran(int status, String out, String err) {}

    @BeforeEach
    void makeAKey() throws IOException {
        here = Files.createDirectory(folder.resolve("here"));
        there = Files.createDirectory(folder.resolve("there"));
        Files.writeString(folder.resolve("key"), "0MqH8oN7tTqT0C3Y0m0Q9oTt1Wm0x8bq1V1iY2JtJ3k=\n");
    }

    private static Ran run(Path data, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        return runAsSaid(all.toArray(String[]::new));
    }

    private static Ran runAsSaid(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.commands(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(words);
        return new Ran(status, out.toString(), err.toString());
    }

    /** A command of the page; its files are in the test's folder. */
    private String[] documented(String beginning) throws IOException {
        String line = Files.readAllLines(DOCS).stream()
                .filter(each -> each.startsWith("./cognate " + beginning))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(line.split(" "))
                .skip(1)
                .map(word -> Set.of("key", "people.jsonl").contains(word)
                        ? folder.resolve(word).toString()
                        : word)
                .toArray(String[]::new);
    }

    private Cognate server(Path data) {
        ServerSettings settings = SettingsLoader.load(
                Map.of("data", data.toString(), "port", "0", "management-port", "0"), Map.of(), Map.of(), null);
        return new Cognate(new Startup(settings).ground(), settings.rules(), new Startup(settings).reach());
    }

    private void plant() throws IOException {
        Path seed = Files.writeString(folder.resolve("seed.yaml"), SEED);
        try (Cognate cognate = server(here)) {
            new Seed(cognate, seed).plant();
        }
    }

    private String file() throws IOException {
        return Files.readString(folder.resolve("people.jsonl"));
    }

    @Test
    void theDocumentedCommandsMoveAPoolByFile() throws IOException {
        plant();

        Ran exported = run(here, documented("export"));
        assertThat(exported.err).isEmpty();
        assertThat(exported.out).startsWith("Exported " + POOL + " into " + folder.resolve("people.jsonl") + ": ");
        Ran imported = run(there, documented("import --from"));
        assertThat(imported.err).isEqualTo("cognate: A new store was begun in the folder " + there + "\n");
        assertThat(imported.out).startsWith("Imported " + POOL + ": ");

        String first = file();
        run(there, documented("export"));
        assertThat(file()).isEqualTo(first);
        try (Cognate cognate = server(there)) {
            assertThat(cognate.rooms().pools().find(new PoolId(POOL))).isNotNull();
        }
    }

    /** As in {@code --passphrase-file <(pass show cognate)}. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void thePassphraseMayComeOutOfAPipe() throws IOException, InterruptedException {
        plant();
        Path file = folder.resolve("people.jsonl");
        Path key = folder.resolve("key");
        run(here, "export", "--user-pool-id", POOL, "--out", file.toString(), "--passphrase-file", key.toString());
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process writing = new ProcessBuilder("cp", key.toString(), pipe.toString()).start();

        Ran ran = run(there, "import", "--from", file.toString(), "--passphrase-file", pipe.toString());

        assertThat(writing.waitFor()).isZero();
        assertThat(ran.out).as(ran.err).startsWith("Imported " + POOL);
    }

    /** No secret is in the file in clear. */
    @Test
    void theFileLooksAsDocumented() throws IOException {
        plant();
        run(here, documented("export"));

        List<String> lines = file().lines().toList();
        assertThat(lines.getFirst()).startsWith("{\"cognate\":{\"version\":1,\"pool\":\"" + POOL + "\",\"proof\":\"");
        assertThat(lines.get(1))
                .startsWith("{\"pools\":{\"region\":\"us-east-1\",\"config\":{")
                .contains("\"Id\":\"" + POOL + "\"");
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("{\"users\":{\"sub\":\"")
                        .contains("\"username\":\"jane\",\"status\":\"CONFIRMED\",\"enabled\":true,\"attributes\":{")
                        .contains("\"email\":\"jane@example.com\""));
        assertThat(lines.getLast()).isEqualTo("{\"end\":{\"rows\":" + (lines.size() - 2) + "}}");
        assertThat(file()).doesNotContain("abcdefghijklmnopqrstuvwx");
    }

    @Test
    void withoutAFileThePoolGoesToStandardOutput() throws IOException {
        plant();
        run(here, documented("export"));
        String key = folder.resolve("key").toString();

        assertThat(run(here, "export", "--user-pool-id", POOL, "--passphrase-file", key))
                .isEqualTo(new Ran(0, file(), ""));
    }

    @Test
    void mistakesAreToldWithWhatToDo() throws IOException {
        String key = folder.resolve("key").toString();

        assertThat(run(here, "export", "--user-pool-id", POOL, "--passphrase-file", key))
                .isEqualTo(new Ran(
                        1,
                        "",
                        "cognate: There is no store in the folder " + here
                                + ". Say where the data is with --data; cognate serve begins a new store\n"));
        assertThat(here).isEmptyDirectory();
        server(here).close();
        assertThat(run(here, "export"))
                .isEqualTo(new Ran(2, "", "cognate: Say which user pool: --user-pool-id us-east-1_EXAMPLE12\n"));
        assertThat(run(here, "export", "--user-pool-id", POOL, "--passphrase-file", key).err)
                .startsWith("cognate: There is no user pool " + POOL + ". List those that there are with: ");
        assertThat(run(here, "export", "--user-pool-id", POOL, "--passphrase-file", "nothing").err)
                .isEqualTo(
                        "cognate: There is no passphrase file nothing. Make one with: openssl rand -base64 32 > nothing\n");
        Path noText = Files.write(folder.resolve("raw"), new byte[] {(byte) 0x80, (byte) 0xff});
        assertThat(run(here, "export", "--user-pool-id", POOL, "--passphrase-file", noText.toString()).err)
                .isEqualTo("cognate: The passphrase file " + noText + " holds bytes that are no text in UTF-8. Make one"
                        + " with: openssl rand -base64 32 > " + noText + "\n");
        assertThat(run(here, "import")).isEqualTo(new Ran(2, "", "cognate: Say what to import: --from <file>\n"));
        assertThat(run(here, "import", "aws", "--user-pool-id", "people").err)
                .isEqualTo("cognate: Say which user pool, with its region: --user-pool-id us-east-1_EXAMPLE12\n");
        for (String address : List.of("nowhere", "ftp://example.com", "http://127.0.0.1:70000", "127.0.0.1:2646")) {
            assertThat(run(here, "import", "aws", "--user-pool-id", POOL, "--endpoint-url", address).err)
                    .isEqualTo("cognate: " + address + " is no address of an API. Say it as in --endpoint-url"
                            + " http://127.0.0.1:2646\n");
        }
        assertThat(run(here, "import", "aws", "--user-pool-id", POOL, "--profile", "cognate-none").err)
                .isEqualTo("cognate: There are no credentials (The config profile (cognate-none) could not be found)."
                        + " Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or say --profile\n");
    }

    /** The export would take the place of a folder, a device or what a link leads to. */
    @Test
    void onlyARegularFileIsReplaced() throws IOException {
        plant();
        String key = folder.resolve("key").toString();
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("key"));

        for (String target : List.of(empty.toString(), link.toString(), "/", "/dev/null")) {
            assertThat(run(here, "export", "--user-pool-id", POOL, "--passphrase-file", key, "--out", target))
                    .isEqualTo(new Ran(
                            1,
                            "",
                            "cognate: " + target + " is no file that can be replaced. Name another with --out; without"
                                    + " it, the pool goes to standard output\n"));
        }
        assertThat(empty).isEmptyDirectory();
        assertThat(link).isSymbolicLink();
    }

    @Test
    void aPoolThatExistsIsReplacedOnlyWhenThatIsSaid() throws IOException {
        plant();
        run(here, documented("export"));
        String[] command = documented("import --from");

        assertThat(run(here, command).err).startsWith("cognate: The user pool " + POOL + " exists. Say --replace");
        List<String> replacing = new ArrayList<>(List.of(command));
        replacing.add("--replace");
        assertThat(run(here, replacing.toArray(String[]::new)).out).startsWith("Imported " + POOL);
    }

    @Test
    void theDocumentedCommandCopiesAPoolFromAnotherServer() throws IOException {
        plant();
        try (Cognate cognate = server(here)) {
            cognate.listen();
            String[] command = Arrays.stream(documented("import aws"))
                    .map(word -> word.equals("--profile") ? "--endpoint-url" : word)
                    .map(word -> word.equals("production") ? cognate.url() : word)
                    .toArray(String[]::new);

            Ran ran = run(there, command);

            assertThat(ran.out).isEqualTo("Imported " + POOL + " with 1 users\n");
            assertThat(ran.err)
                    .contains("[##############################] 1 of about 1 users fetched")
                    .contains("[##############################] 1 of about 1 users stored");
        }
    }

    /** The pool would go to another folder, else. */
    @Test
    void whatIsSetBeforeASubcommandHoldsForIt() throws IOException {
        plant();
        try (Cognate cognate = server(here)) {
            cognate.listen();
            String data = there.toString();
            String nowhere = folder.resolve("nowhere").toString();
            String url = cognate.url();

            Ran before = runAsSaid("import", "--data", data, "aws", "--user-pool-id", POOL, "--endpoint-url", url);
            Ran both = runAsSaid(
                    "import", "--data", nowhere, "aws", "--data", data, "--user-pool-id", POOL, "--endpoint-url", url);

            assertThat(before.out).isEqualTo("Imported " + POOL + " with 1 users\n");
            assertThat(both.err).contains("The user pool " + POOL + " exists.");
        }
        try (Cognate cognate = server(there)) {
            assertThat(cognate.rooms().pools().find(new PoolId(POOL))).isNotNull();
        }
    }

    /** Else somebody would be told of a missing permission one by one. */
    @Test
    void thePageListsEveryOperationThatACopyCalls() throws IOException {
        Path room = Path.of(System.getProperty("cognate.root", ".."), "server/src/main/java/dev/cognate/transfer");
        String sources =
                Files.readString(room.resolve("RemotePool.java")) + Files.readString(room.resolve("RemoteLooks.java"));
        Set<String> called = Pattern.compile("\"((?:Describe|List|Get)[A-Za-z]+)\"")
                .matcher(sources)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        String page = Files.readString(DOCS);

        assertThat(called)
                .hasSize(21)
                .allSatisfy(operation -> assertThat(page).containsPattern("[`:]" + operation + "`"));
    }
}
