package dev.cognate.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.crypto.Randomness;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.PoolSettings;
import dev.cognate.pools.Pools;
import dev.cognate.store.SealKeys;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.model.CreateUserPoolRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Commands that visit the store: {@code cognate sms}, {@code cognate messages preview}, {@code cognate imports log}, and those of
 * keys.
 */
class StoreCommandsTest {
    private static final String POOL = "us-east-1_COGNATE01";

    @TempDir
    private Path data;

    /** What a command came to. */
    private record Ran(int status, String out, String err) {}

    private Ran run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        int status = Main.commands(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        return new Ran(status, out.toString().replace("\r\n", "\n"), err.toString());
    }

    @BeforeEach
    void beginAStore() {
        ServerSettings settings = SettingsLoader.load(Map.of("data", data.toString()), Map.of(), Map.of(), null);
        Cognate.Ground ground = new Startup(settings).visit();
        new SealKeys(ground.store(), ground.clock()).admit(ground.keys());
        ground.store().close();
    }

    /** Help is as wide as a page: an example that is broken there without a backslash is two commands. */
    @Test
    void examplesRunAsTheyStand() {
        StringWriter nowhere = new StringWriter();
        assertExamplesFit(Main.commands(new PrintWriter(nowhere), new PrintWriter(nowhere)));
    }

    private static void assertExamplesFit(CommandLine command) {
        assertThat(command.getCommandSpec().usageMessage().footer())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        command.getSubcommands().values().forEach(StoreCommandsTest::assertExamplesFit);
    }

    @Test
    void wrongWordsAreOneSentenceThatIsNotLostInThePagesOfHelp() {
        assertThat(run("kms", "create")).isEqualTo(new Ran(2, "", """
                        cognate: Unmatched arguments from index 1: 'create', '--data', '%s'
                        Did you mean: kms create-key?
                        To see help text: cognate kms --help
                        """.formatted(data)));
        assertThat(run("keys", "list", "--bogus").err).isEqualTo("""
                cognate: Unknown option: '--bogus'
                To see help text: cognate keys list --help
                """);
    }

    private void createPool(String members) {
        ServerSettings settings = SettingsLoader.load(Map.of("data", data.toString()), Map.of(), Map.of(), null);
        Cognate.Ground ground = new Startup(settings).visit();
        try (var store = ground.store()) {
            Randomness randomness = new Randomness(ground.random(), ground.clock());
            String request = "{\"PoolName\":\"shop\"" + members + "}";
            new Pools(store, ground.clock(), randomness, new PoolSettings("123456789012", Duration.ZERO))
                    .create(
                            new PoolId(POOL),
                            JsonInput.decode(request.getBytes(StandardCharsets.UTF_8), CreateUserPoolRequest::read));
        }
    }

    @Test
    void numbersOfTheSandboxAreVerifiedListedAndRemoved() {
        assertThat(run("sms", "list").out).isEqualTo("There are no verified numbers yet: cognate sms verify\n");
        assertThat(run("sms", "verify", "+12065550100").out).isEqualTo("Verified +12065550100\n");
        assertThat(run("sms", "list").out).isEqualTo("+12065550100\n");
        assertThat(run("sms", "list", "--account", "210987654321").out).startsWith("There are no verified numbers");
        assertThat(run("sms", "remove", "+12065550100")).isEqualTo(new Ran(0, "Removed +12065550100\n", ""));
        assertThat(run("sms", "remove", "+12065550100"))
                .isEqualTo(new Ran(1, "There is no verified number +12065550100\n", ""));
    }

    /** A pool whose keys nobody has needed yet has none to change. */
    @Test
    void signingKeysOfAPoolWithoutAnyAreNotChanged() {
        createPool("");

        assertThat(run("signing-keys", "rotate", POOL))
                .isEqualTo(new Ran(1, "There is no pool " + POOL + " that has signed a token yet\n", ""));
    }

    @Test
    void signingKeysAreChanged() {
        createPool("");
        signingKeys();

        Ran ran = run("signing-keys", "rotate", POOL);

        assertThat(ran.status).isZero();
        assertThat(ran.out)
                .matches("(new      [A-Za-z0-9+/]{43}=\n){2}"
                        + "(retired  [A-Za-z0-9+/]{43}=  known until [0-9T:.-]+Z\n){2}");
    }

    /** A key is put first, everything is sealed anew, and the former one can go. */
    @Test
    void aSealKeyIsReplaced() throws IOException {
        createPool("");
        signingKeys();
        Path file = data.resolve("seal.key");
        String former = Files.readString(file);
        String newest =
                Base64.getEncoder().encodeToString("a-seal-key-of-thirty-two-letters".getBytes(StandardCharsets.UTF_8));
        Files.writeString(file, newest + "\n" + former);

        Ran before = run("seal-keys", "list");
        assertThat(before.out).matches("""
                        [0-9a-f]{8}  0 values  \\(seals\\)
                        [0-9a-f]{8}  2 values  \\(opens and hashes\\)
                            signing_keys.sealed  2
                        """);
        String keyId = before.out.substring(0, 8);
        assertThat(run("seal-keys", "reseal"))
                .as("beside a server that has not begun with the key it could not read a password")
                .isEqualTo(new Ran(
                        1,
                        "",
                        "cognate: No server has begun with the key " + keyId + " yet, and one that runs without it"
                                + " could not read what it seals. Start all of them anew first\n"));
        signingKeys();
        Ran reseal = run("seal-keys", "reseal");
        assertThat(reseal.status).isZero();
        assertThat(reseal.out)
                .startsWith("Sealed 2 values anew with " + keyId + "\n" + keyId
                        + "  2 values  (seals)\n    signing_keys.sealed  2\n")
                .endsWith("  0 values  (opens and hashes)\n");
        assertThat(run("seal-keys", "reseal").out).startsWith("Sealed 0 values anew");

        Files.writeString(file, newest + "\n");
        assertThat(run("seal-keys", "list").out)
                .isEqualTo(keyId + "  2 values  (seals and hashes)\n    signing_keys.sealed  2\n");
        assertThat(run("signing-keys", "rotate", POOL).status).isZero();
    }

    /** A key that went too early is named, and what it has sealed stays. */
    @Test
    void whatAMissingKeyHasSealedIsTold() throws IOException {
        createPool("");
        signingKeys();
        Path file = data.resolve("seal.key");
        String newest =
                Base64.getEncoder().encodeToString("a-seal-key-of-thirty-two-letters".getBytes(StandardCharsets.UTF_8));
        Files.writeString(file, newest + "\n" + Files.readString(file));
        signingKeys();
        Files.writeString(file, newest + "\n");

        assertThat(run("seal-keys", "list").out).matches("""
                        [0-9a-f]{8}  0 values  \\(seals and hashes\\)
                        [0-9a-f]{8}  2 values  \\(not in the ring\\)
                            signing_keys.sealed  2
                        """);
        Ran reseal = run("seal-keys", "reseal");
        assertThat(reseal.status).isEqualTo(1);
        assertThat(reseal.err).contains("2 values cannot be opened");
    }

    private void signingKeys() {
        ServerSettings settings = SettingsLoader.load(Map.of("data", data.toString()), Map.of(), Map.of(), null);
        try (Cognate server =
                new Cognate(new Startup(settings).ground(), settings.rules(), new Startup(settings).reach())) {
            server.rooms().tokens().keySet(new PoolId(POOL));
        }
    }

    @Test
    void whatIsNoNumberIsNotVerified() {
        Ran ran = run("sms", "verify", "206-555-0100");

        assertThat(ran.status).isEqualTo(1);
        assertThat(ran.err).contains("Not a phone number as in +12065550100: 206-555-0100");
    }

    /** Reference: lifecycle D2, D3. */
    @Test
    void theDefaultTextsArePreviewed() {
        createPool("");

        assertThat(run("messages", "preview", "--user-pool-id", POOL)).isEqualTo(new Ran(0, """
                E-mail
                Subject: Your verification code

                Your confirmation code is 123456

                SMS
                Your verification code is 123456.\s
                """, ""));
        assertThat(run("messages", "preview", "--user-pool-id", POOL, "--trigger", "CustomMessage_AdminCreateUser").out)
                .contains("Your username is jane and temporary password is Temp0rary-Password.");
    }

    /** Reference: lifecycle D1, D3. */
    @Test
    void thePoolsTemplateIsPreviewedAsText() {
        createPool("""
                ,"VerificationMessageTemplate":{"DefaultEmailOption":"CONFIRM_WITH_LINK","EmailSubjectByLink":"Hi",\
                "EmailMessageByLink":"<h1>Shop &amp; Co</h1><p>{##Here##}</p>"},\
                "LambdaConfig":{"CustomMessage":"arn:aws:lambda:us-east-1:123456789012:function:texts"}""");

        assertThat(run("messages", "preview", "--user-pool-id", POOL, "--public-url", "https://id.example.com").out)
                .startsWith("""
                        The pool's CustomMessage function may write another text; it is not asked.

                        E-mail
                        Subject: Hi

                        Shop & Co
                        Here (https://id.example.com/confirmUser?client_id=EXAMPLE&user_name=jane&confirmation_code=123456)
                        """);
    }

    @Test
    void whatCannotBePreviewedIsSaid() {
        createPool("");

        assertThat(run("messages", "preview").err).contains("--user-pool-id is needed");
        assertThat(run("messages", "preview", "--user-pool-id", "us-east-1_NOTHERE").err)
                .contains("There is no user pool us-east-1_NOTHERE");
        assertThat(run("messages", "preview", "--user-pool-id", POOL, "--trigger", "CustomMessage_Resend").err)
                .contains("CustomMessage_Resend is no occasion. Did you mean CustomMessage_ResendCode?");
        assertThat(run("messages", "preview", "--user-pool-id", POOL, "--username", "nobody").err)
                .contains("There is no user nobody in " + POOL);
    }

    /** Reference: lifecycle H, the lines of the log. */
    @Test
    void theLogOfAnImportJobIsPrinted() {
        ServerSettings settings = SettingsLoader.load(Map.of("data", data.toString()), Map.of(), Map.of(), null);
        Cognate.Ground ground = new Startup(settings).visit();
        String job;
        try (TestServer server = TestServer.on(ground.store(), ground.keys(), rules -> rules)) {
            TestPool pool = server.poolVerifyingEmail();
            job = imported(pool, ",,,,,,,,,jane@example.com,true,,,,,,,,,false,jane\n,,,,,,,,,,,,,,,,,,,false,john\n");
        }

        Ran ran = run("imports", "log", job.split(" ", 2)[0], job.split(" ", 2)[1]);

        assertThat(ran.out).isEqualTo("""
                [SUCCEEDED] Line Number 2 - The import succeeded.
                [FAILED] Line Number 3 - The User Record does not set any of the auto verified attributes to true. \
                (Example: email_verified to true).
                """);
        assertThat(ran.status).isZero();
    }

    /** Runs a job with these rows to its end; the ids of pool and job. */
    private static String imported(TestPool pool, String rows) {
        String header = pool.adminCall("GetCSVHeader", "").body();
        String columns =
                header.substring(header.indexOf('[') + 1, header.indexOf(']')).replace("\"", "");
        Reply created = pool.adminCall(
                "CreateUserImportJob",
                "\"JobName\":\"people\",\"CloudWatchLogsRoleArn\":\"arn:aws:iam::123456789012:role/import\"");
        TestServer server = pool.server();
        server.send(HttpRequest.newBuilder(URI.create(created.member("PreSignedUrl")))
                .PUT(HttpRequest.BodyPublishers.ofString(columns + "\n" + rows)));
        pool.adminCall("StartUserImportJob", "\"JobId\":\"" + created.member("JobId") + "\"");
        server.rooms().imports().runDue();
        return pool.id() + " " + created.member("JobId");
    }

    @Test
    void aJobThatDoesNotExistHasNoLog() {
        Ran ran = run("imports", "log", POOL, "import-none");

        assertThat(ran.out).isEqualTo("There is no import job import-none in the user pool " + POOL + "\n");
        assertThat(ran.status).isEqualTo(1);
    }
}
