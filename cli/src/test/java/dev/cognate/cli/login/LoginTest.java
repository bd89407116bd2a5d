package dev.cognate.cli.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.Commands;
import dev.cognate.cli.RecordingServer;
import dev.cognate.cli.Terminal;
import dev.cognate.cli.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in at the terminal, against a server that tells what the reference's server tells. Reference: auth 9, 10. */
class LoginTest {
    private static final String VERIFIER = """
            {"ChallengeName":"PASSWORD_VERIFIER","Session":"s1-s1-s1-s1-s1-s1-s1-s1","ChallengeParameters":{\
            "USER_ID_FOR_SRP":"the-sub","SALT":"a996a4833f1df972d9f7993714467d46","SRP_B":"1234567890abcdef",\
            "SECRET_BLOCK":"c2VjcmV0"}}""";
    private static final String TOKENS = "{\"AuthenticationResult\":{\"AccessToken\":\"a.b.c\",\"ExpiresIn\":3600}}";
    private static final String HASH_OF_JANE = "NVPw1eCuBtt+E2OWVkgIaz5AMHi//KOrqyuPB7lMoPM=";
    private static final String HASH_OF_SUB = "x4u7AOOMrsXyHMuYQM+yQtMkNskRKJkyi9isRn9VCsM=";
    private static final String PRINTED = """
            {
                "AccessToken": "a.b.c",
                "ExpiresIn": 3600
            }
            """;

    private final RecordingServer server = new RecordingServer();
    private final Terminal terminal = new Terminal().with("AWS_ENDPOINT_URL", server.address());
    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> answers = new HashMap<>();

    @AfterEach
    void stop() {
        server.close();
    }

    private Terminal.Result login(String... more) {
        List<String> words = new ArrayList<>(
                List.of("login", "--user-pool-id", "us-east-1_EXAMPLE12", "--client-id", "abc", "--username", "jane"));
        words.addAll(List.of(more));
        terminal.withPrompt((question, hidden) -> {
            asked.add(question + (hidden ? " (hidden)" : ""));
            return answers.getOrDefault(question, question.equals("Password") ? "pass-word" : "123456");
        });
        return terminal.run(words.toArray(String[]::new));
    }

    @Test
    void theTokensArePrintedAndThePasswordIsNotSent() {
        server.willAnswer(200, VERIFIER).willAnswer(200, TOKENS);
        assertThat(login()).isEqualTo(new Terminal.Result(0, PRINTED, ""));
        assertThat(asked).containsExactly("Password (hidden)");
        assertThat(server.requests())
                .extracting(RecordingServer.Request::body)
                .noneMatch(body -> body.contains("pass-word"));
        assertThat(server.requests().getFirst().body())
                .contains("\"AuthFlow\": \"USER_SRP_AUTH\"", "\"USERNAME\": \"jane\"", "\"SRP_A\": \"");
        assertThat(server.requests().getLast().body())
                .contains(
                        "\"Session\": \"s1-s1-s1-s1-s1-s1-s1-s1\"",
                        "\"USERNAME\": \"the-sub\"",
                        "\"PASSWORD_CLAIM_SECRET_BLOCK\": \"c2VjcmV0\"",
                        "\"TIMESTAMP\": \"Sat Nov 21 10:00:00 UTC 2026\"");
    }

    /** With on-partial, which holds complaints back until it knows whether the words are wrong. */
    @Test
    void whatBelongsToAQuestionIsToldBeforeIt() {
        server.willAnswer(200, VERIFIER).willAnswer(200, """
                        {"ChallengeName":"CUSTOM_CHALLENGE","Session":"s2-s2-s2-s2-s2-s2-s2-s2",\
                        "ChallengeParameters":{"riddle":"What is blue?"}}""").willAnswer(200, TOKENS);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Streams streams = new Streams(out, new PrintStream(err, false, StandardCharsets.UTF_8));
        terminal.with("AWS_CLI_AUTO_PROMPT", "on-partial")
                .withScreen(80, (_, _) -> false)
                .withPrompt((question, _) -> {
                    asked.add(err.toString(StandardCharsets.UTF_8) + question);
                    return "answer";
                });
        List<String> words =
                List.of("login", "--user-pool-id", "us-east-1_EXAMPLE12", "--client-id", "abc", "--username", "jane");

        assertThat(new Commands().run(words, terminal.surroundings(streams))).isZero();
        assertThat(asked).containsExactly("Password", "riddle: What is blue?\nAnswer");
    }

    @Test
    void aSecondFactorIsAskedFor() {
        server.willAnswer(200, VERIFIER)
                .willAnswer(200, "{\"ChallengeName\":\"SOFTWARE_TOKEN_MFA\",\"Session\":\"s2-s2-s2-s2-s2-s2-s2-s2\"}")
                .willAnswer(200, TOKENS);
        assertThat(login().out()).isEqualTo(PRINTED);
        assertThat(asked).containsExactly("Password (hidden)", "Code of the authenticator app");
        assertThat(server.requests().getLast().body())
                .contains("\"Session\": \"s2-s2", "\"SOFTWARE_TOKEN_MFA_CODE\": \"123456\"");
    }

    /** Reference: auth 6.6. */
    @Test
    void whoMustHaveASecondFactorSetsAnAuthenticatorAppUp() {
        server.willAnswer(200, VERIFIER)
                .willAnswer(200, "{\"ChallengeName\":\"MFA_SETUP\",\"Session\":\"s2-s2-s2-s2-s2-s2-s2-s2\"}")
                .willAnswer(200, "{\"SecretCode\":\"ABCDEFGH\",\"Session\":\"s3-s3-s3-s3-s3-s3-s3-s3\"}")
                .willAnswer(200, "{\"Status\":\"SUCCESS\",\"Session\":\"s4-s4-s4-s4-s4-s4-s4-s4\"}")
                .willAnswer(200, TOKENS);
        assertThat(login().out()).isEqualTo(PRINTED);
        assertThat(asked)
                .containsExactly("Password (hidden)", "Add the key ABCDEFGH to an authenticator app. Its code");
        assertThat(server.requests().get(2).body()).isEqualTo("{\"Session\": \"s2-s2-s2-s2-s2-s2-s2-s2\"}");
        assertThat(server.requests().get(3).body()).contains("\"Session\": \"s3-", "\"UserCode\": \"123456\"");
        assertThat(server.requests().getLast().body())
                .contains("\"ChallengeName\": \"MFA_SETUP\"", "\"Session\": \"s4-");
    }

    /** Reference: auth 6.6. */
    @Test
    void whoIsOfferedOnlyCodesByMailSetsAnAddress() {
        answers.put("Your e-mail address, to which codes will go", "jane@example.com");
        server.willAnswer(200, VERIFIER)
                .willAnswer(200, setup("EMAIL_OTP"))
                .willAnswer(200, "{\"ChallengeName\":\"EMAIL_OTP\",\"Session\":\"s3-s3-s3-s3-s3-s3-s3-s3\"}")
                .willAnswer(200, TOKENS);
        assertThat(login().out()).isEqualTo(PRINTED);
        assertThat(server.requests().get(2).body())
                .contains("\"ChallengeName\": \"MFA_SETUP\"", "\"EMAIL\": \"jane@example.com\"", "\"Session\": \"s2-");
        assertThat(asked.getLast()).isEqualTo("Code of the e-mail");
    }

    /** Reference: auth 6.6. */
    @Test
    void whoIsOfferedOnlyCodesBySmsIsToldWhoCanHelp() {
        server.willAnswer(200, VERIFIER).willAnswer(200, setup("SMS_MFA"));
        Terminal.Result result = login();
        assertThat(result.err()).contains("of SMS_MFA, and none of them can be set up", "admin-update-user-attributes");
    }

    private static String setup(String factor) {
        return "{\"ChallengeName\":\"MFA_SETUP\",\"Session\":\"s2-s2-s2-s2-s2-s2-s2-s2\",\"ChallengeParameters\":{"
                + "\"MFAS_CAN_SETUP\":\"[\\\"" + factor + "\\\"]\"}}";
    }

    /** Reference: auth 6.5, 6.3. */
    @Test
    void whoHasSeveralFactorsChoosesOneAndSeesWhereTheCodeWent() {
        answers.put("Second factor, SMS_MFA or SOFTWARE_TOKEN_MFA", "SMS_MFA");
        server.willAnswer(200, VERIFIER)
                .willAnswer(200, """
                        {"ChallengeName":"SELECT_MFA_TYPE","Session":"s2-s2-s2-s2-s2-s2-s2-s2","ChallengeParameters":{\
                        "MFAS_CAN_CHOOSE":"[\\"SMS_MFA\\",\\"SOFTWARE_TOKEN_MFA\\"]"}}""")
                .willAnswer(200, """
                        {"ChallengeName":"SMS_MFA","Session":"s3-s3-s3-s3-s3-s3-s3-s3","ChallengeParameters":{\
                        "CODE_DELIVERY_DESTINATION":"+*******0100"}}""")
                .willAnswer(200, TOKENS);
        assertThat(login().out()).isEqualTo(PRINTED);
        assertThat(server.requests().get(2).body()).contains("\"ANSWER\": \"SMS_MFA\"");
        assertThat(asked.getLast()).isEqualTo("Code of the SMS to +*******0100");
    }

    /** Reference: auth 6.2. */
    @Test
    void whoWasInvitedGivesWhatThePoolRequiresAndANewPasswordTwice() {
        server.willAnswer(200, VERIFIER).willAnswer(200, """
                        {"ChallengeName":"NEW_PASSWORD_REQUIRED","Session":"s2-s2-s2-s2-s2-s2-s2-s2",\
                        "ChallengeParameters":{"requiredAttributes":"[\\"userAttributes.name\\"]"}}""").willAnswer(200, TOKENS);
        assertThat(login().out()).isEqualTo(PRINTED);
        assertThat(asked)
                .containsExactly(
                        "Password (hidden)", "Your name", "New password (hidden)", "New password, once more (hidden)");
        assertThat(server.requests().getLast().body())
                .contains("\"userAttributes.name\": \"123456\"", "\"NEW_PASSWORD\": \"123456\"");
    }

    @Test
    void aNewPasswordThatIsMistypedThreeTimesIsNotSent() {
        answers.put("New password, once more", "another");
        server.willAnswer(200, VERIFIER)
                .willAnswer(200, "{\"ChallengeName\":\"NEW_PASSWORD_REQUIRED\",\"Session\":\"s2-s2-s2-s2-s2-s2-s2\"}");
        Terminal.Result result = login();
        assertThat(result.status()).isEqualTo(255);
        assertThat(result.err()).contains("The two are not the same.", "The new passwords are not the same.");
        assertThat(server.requests()).hasSize(2);
    }

    /** Reference: auth 8: a wrong code leaves the session good. */
    @Test
    void whoMistypesACodeIsAskedAgain() {
        String challenge = "{\"ChallengeName\":\"EMAIL_OTP\",\"Session\":\"s2-s2-s2-s2-s2-s2-s2-s2\"}";
        String mismatch =
                "{\"__type\":\"CodeMismatchException\",\"message\":\"Invalid code or auth state for the user.\"}";
        server.willAnswer(200, VERIFIER)
                .willAnswer(200, challenge)
                .willAnswer(400, mismatch)
                .willAnswer(200, TOKENS);
        Terminal.Result result = login();
        assertThat(result.out()).isEqualTo(PRINTED);
        assertThat(result.err()).contains("Invalid code or auth state for the user.");
        assertThat(asked).containsExactly("Password (hidden)", "Code of the e-mail", "Code of the e-mail");
    }

    /** Reference: auth 6.7. */
    @Test
    void aChallengeOfThePoolsOwnFunctionsIsShownAsItIs() {
        server.willAnswer(200, VERIFIER).willAnswer(200, """
                        {"ChallengeName":"CUSTOM_CHALLENGE","Session":"s2-s2-s2-s2-s2-s2-s2-s2",\
                        "ChallengeParameters":{"USERNAME":"jane","question":"Your \\u001b[31mpet?"}}""").willAnswer(200, TOKENS);
        Terminal.Result result = login();
        assertThat(result.out()).isEqualTo(PRINTED);
        assertThat(result.err()).isEqualTo("question: Your \\u001b[31mpet?\n");
        assertThat(server.requests().getLast().body()).contains("\"ANSWER\": \"123456\"");
    }

    /** Reference: auth 6.8. */
    @Test
    void whereTheServerLetsChooseTheProofIsChosen() {
        server.willAnswer(200, "{\"ChallengeName\":\"SELECT_CHALLENGE\",\"Session\":\"s2-s2-s2-s2-s2-s2-s2-s2\"}")
                .willAnswer(200, VERIFIER)
                .willAnswer(200, TOKENS);
        assertThat(login().out()).isEqualTo(PRINTED);
        assertThat(server.requests().get(1).body()).contains("\"ANSWER\": \"PASSWORD_SRP\"", "\"SRP_A\": \"");
    }

    /** Reference: auth 10. */
    @Test
    void anAppClientWithASecretGetsAHashOfTheNameThatIsSent() {
        server.willAnswer(200, VERIFIER).willAnswer(200, TOKENS);
        login("--client-secret", "top-secret");
        assertThat(server.requests().getFirst().body()).contains("\"SECRET_HASH\": \"" + HASH_OF_JANE);
        assertThat(server.requests().getLast().body())
                .contains("\"SECRET_HASH\": \"" + HASH_OF_SUB)
                .doesNotContain("top-secret");
    }

    /** As everywhere: other users of the machine see the words of a command. */
    @Test
    void theSecretMayBeInAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "top-secret\n");
        server.willAnswer(200, VERIFIER).willAnswer(200, TOKENS);
        assertThat(login("--client-secret", "file://" + file).status()).isZero();
        assertThat(server.requests().getFirst().body()).contains("\"SECRET_HASH\": \"" + HASH_OF_JANE);
        assertThat(server.requests().getLast().body()).contains("\"SECRET_HASH\": \"" + HASH_OF_SUB);
    }

    @Test
    void theTokensAreStoredForTheirOwnerOnly(@TempDir Path folder) throws Exception {
        server.willAnswer(200, VERIFIER).willAnswer(200, TOKENS);
        Path file = folder.resolve("tokens.json");
        terminal.with("COGNATE_PASSWORD", "pass-word");
        assertThat(login("--store", file.toString()).out()).isEmpty();
        assertThat(asked).isEmpty();
        assertThat(file).hasContent(PRINTED.strip());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void tokensReplaceNothingButAFile(@TempDir Path folder) throws Exception {
        Path directory = Files.createDirectory(folder.resolve("kept"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), directory);
        for (Path kept : List.of(directory, link)) {
            Terminal.Result result = terminal.run(
                    "login",
                    "--user-pool-id",
                    "us-east-1_E",
                    "--client-id",
                    "abc",
                    "--username",
                    "jane",
                    "--store",
                    kept.toString());
            assertThat(result)
                    .isEqualTo(new Terminal.Result(
                            255,
                            "",
                            "\ncognate: [ERROR]: The tokens cannot be stored in " + kept
                                    + ": it is no regular file\n"));
            assertThat(kept).isDirectory();
        }
        assertThat(server.requests()).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void anErrorOfTheServiceIsTold() {
        server.willAnswer(
                400, "{\"__type\":\"NotAuthorizedException\",\"message\":\"Incorrect username or password.\"}");
        Terminal.Result result = login();
        assertThat(result.status()).isEqualTo(254);
        assertThat(result.err()).contains("Incorrect username or password.");
    }

    @Test
    void aChallengeThatATerminalCannotAnswerIsNamed() {
        server.willAnswer(200, "{\"ChallengeName\":\"WEB_AUTHN\"}");
        Terminal.Result result = new Terminal()
                .with("AWS_ENDPOINT_URL", server.address())
                .run("login", "--user-pool-id", "us-east-1_E", "--client-id", "abc", "--username", "jane");
        assertThat(result.status()).isEqualTo(255);
        assertThat(result.err())
                .contains(
                        "The server asks for WEB_AUTHN, which cognate login cannot answer. A passkey needs a browser");
    }
}
