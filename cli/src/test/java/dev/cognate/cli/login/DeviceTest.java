package dev.cognate.cli.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.RecordingServer;
import dev.cognate.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in from a device that the pool tracks. Reference: auth 20.1 to 20.3, 28.4. */
class DeviceTest {
    private static final String KEY = "us-east-1_5a2b8c1e-1f3d-4c6b-9a70-0b1c2d3e4f50";
    private static final String SRP = """
            "SALT":"a996a4833f1df972d9f7993714467d46","SRP_B":"1234567890abcdef","SECRET_BLOCK":"c2VjcmV0\"""";
    private static final String VERIFIER = "{\"ChallengeName\":\"PASSWORD_VERIFIER\",\"ChallengeParameters\":{"
            + "\"USER_ID_FOR_SRP\":\"jane\"," + SRP + "}}";
    private static final String NEW = "{\"AuthenticationResult\":{\"AccessToken\":\"first\",\"NewDeviceMetadata\":{"
            + "\"DeviceKey\":\"" + KEY + "\",\"DeviceGroupKey\":\"-Abc12DeF\"}}}";
    private static final String TOKENS = "{\"AuthenticationResult\":{\"AccessToken\":\"second\"}}";
    private static final String DEVICE_SRP_AUTH =
            "{\"ChallengeName\":\"DEVICE_SRP_AUTH\",\"Session\":\"s2-s2-s2-s2-s2-s2-s2\",\"ChallengeParameters\":{}}";
    private static final String DEVICE_VERIFIER =
            "{\"ChallengeName\":\"DEVICE_PASSWORD_VERIFIER\",\"Session\":\"s3-s3-s3-s3-s3-s3-s3\","
                    + "\"ChallengeParameters\":{\"DEVICE_KEY\":\"" + KEY + "\",\"USERNAME\":\"jane\"," + SRP + "}}";
    private static final String UNKNOWN =
            "{\"__type\":\"ResourceNotFoundException\",\"message\":\"Device does not exist.\"}";
    private static final String QUESTION = "Remember this device? (yes or no)";

    private final RecordingServer server = new RecordingServer();
    private final List<String> asked = new ArrayList<>();
    private String remember = "yes";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("tokens.json");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Terminal.Result login(String... more) {
        return loginAs("jane", more);
    }

    private Terminal.Result loginAs(String username, String... more) {
        List<String> words = new ArrayList<>(
                List.of("login", "--user-pool-id", "us-east-1_E", "--client-id", "abc", "--username", username));
        words.addAll(List.of("--store", file.toString()));
        words.addAll(List.of(more));
        Terminal terminal = new Terminal().with("AWS_ENDPOINT_URL", server.address());
        terminal.withPrompt((question, _) -> {
            asked.add(question);
            return question.equals(QUESTION) ? remember : "pass-word";
        });
        return terminal.run(words.toArray(String[]::new));
    }

    /** The pool confirms devices without the user. */
    private void signedInOnce() {
        server.willAnswer(200, VERIFIER).willAnswer(200, NEW).willAnswer(200, "{\"UserConfirmationNecessary\":false}");
        assertThat(login().status()).isZero();
        server.forgetAnswers();
    }

    private String body(int request) {
        return server.requests().get(request).body();
    }

    private String operation(int request) {
        String target = server.requests().get(request).header("X-amz-target");
        return target.substring(target.indexOf('.') + 1);
    }

    private String device() throws IOException {
        String stored = Files.readString(file);
        int start = stored.indexOf("\"Device\"");
        return start < 0 ? "" : stored.substring(start);
    }

    private String password() throws IOException {
        String before = "\"DevicePassword\": \"";
        String device = device();
        int start = device.indexOf(before) + before.length();
        return device.substring(start, device.indexOf('"', start));
    }

    /** Clause 20.3, ConfirmDevice. */
    @Test
    void aNewDeviceIsConfirmedAndKeptBesideTheTokensForTheirOwnerOnly() throws Exception {
        server.willAnswer(200, VERIFIER).willAnswer(200, NEW).willAnswer(200, "{\"UserConfirmationNecessary\":false}");
        Terminal.Result result = login("--device-name", "desk");
        assertThat(result).isEqualTo(new Terminal.Result(0, "", "Signed in; the tokens are in " + file + "\n"));
        assertThat(operation(2)).isEqualTo("ConfirmDevice");
        assertThat(body(2))
                .contains(
                        "\"AccessToken\": \"first\"",
                        "\"DeviceKey\": \"" + KEY + "\"",
                        "\"PasswordVerifier\": \"",
                        "\"Salt\": \"",
                        "\"DeviceName\": \"desk\"")
                .doesNotContain(password());
        assertThat(device()).contains(KEY, "\"DeviceGroupKey\": \"-Abc12DeF\"", "\"Username\": \"jane\"");
        assertThat(password()).hasSize(56);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(server.requests()).hasSize(3);
        assertThat(asked).containsExactly("Password");
    }

    /** Clause 20.2: the device proves itself in the place of the second factor. */
    @Test
    void aDeviceThatIsKnownProvesItselfAndStaysKnown() throws Exception {
        signedInOnce();
        String kept = device();
        server.willAnswer(200, VERIFIER)
                .willAnswer(200, DEVICE_SRP_AUTH)
                .willAnswer(200, DEVICE_VERIFIER)
                .willAnswer(200, TOKENS);
        assertThat(login().status()).isZero();
        assertThat(List.of(body(3), body(4), body(5), body(6)))
                .allMatch(body -> body.contains("\"DEVICE_KEY\": \"" + KEY));
        assertThat(body(5))
                .contains(
                        "\"ChallengeName\": \"DEVICE_SRP_AUTH\"", "\"Session\": \"s2-s2", "\"SRP_A\": \"", "\"jane\"");
        assertThat(body(6))
                .contains(
                        "\"ChallengeName\": \"DEVICE_PASSWORD_VERIFIER\"",
                        "\"Session\": \"s3-s3",
                        "\"PASSWORD_CLAIM_SIGNATURE\": \"",
                        "\"PASSWORD_CLAIM_SECRET_BLOCK\": \"c2VjcmV0\"",
                        "\"TIMESTAMP\": \"Sat Nov 21 10:00:00 UTC 2026\"");
        assertThat(server.requests()).noneMatch(request -> request.body().contains(keptPassword(kept)));
        assertThat(device()).isEqualTo(kept);
        assertThat(Files.readString(file)).contains("\"AccessToken\": \"second\"");
    }

    private static String keptPassword(String device) {
        String before = "\"DevicePassword\": \"";
        int start = device.indexOf(before) + before.length();
        return device.substring(start, start + 56);
    }

    /** Clause 20.2, the last row: clients forget the device and begin anew; the password is not asked for again. */
    @Test
    void aDeviceThatTheServerHasForgottenIsANewOne() throws Exception {
        signedInOnce();
        asked.clear();
        server.willAnswer(400, UNKNOWN)
                .willAnswer(200, VERIFIER)
                .willAnswer(200, NEW.replace("5a2b", "6b3c"))
                .willAnswer(200, "{\"UserConfirmationNecessary\":false}");
        Terminal.Result result = login();
        assertThat(result.status()).isZero();
        assertThat(result.err()).startsWith("The server does not know this device any more: it is a new one now.\n");
        assertThat(body(4)).doesNotContain("DEVICE_KEY");
        assertThat(device()).contains(KEY.replace("5a2b", "6b3c"));
        assertThat(asked).containsExactly("Password");
    }

    /** Clause 20.2: a signature of a device that is refused says nothing about the user. */
    @Test
    void aDeviceWhoseProofIsRefusedIsANewOne() throws Exception {
        signedInOnce();
        asked.clear();
        server.willAnswer(200, VERIFIER)
                .willAnswer(200, DEVICE_SRP_AUTH)
                .willAnswer(200, DEVICE_VERIFIER)
                .willAnswer(
                        400, "{\"__type\":\"NotAuthorizedException\",\"message\":\"Incorrect username or password.\"}")
                .willAnswer(200, VERIFIER)
                .willAnswer(200, "{\"AuthenticationResult\":{\"AccessToken\":\"third\"}}");
        assertThat(login().status()).isZero();
        assertThat(asked).containsExactly("Password");
        assertThat(device()).isEmpty();
    }

    @Test
    void aWrongPasswordIsNotTheDevicesFault() throws Exception {
        signedInOnce();
        String kept = device();
        server.willAnswer(200, VERIFIER)
                .willAnswer(
                        400, "{\"__type\":\"NotAuthorizedException\",\"message\":\"Incorrect username or password.\"}");
        Terminal.Result result = login();
        assertThat(result.status()).isEqualTo(254);
        assertThat(server.requests()).hasSize(5);
        assertThat(device()).isEqualTo(kept);
    }

    @Test
    void anotherUsersDeviceIsNotNamed() throws Exception {
        signedInOnce();
        server.willAnswer(200, VERIFIER).willAnswer(200, TOKENS);
        assertThat(loginAs("mary").status()).isZero();
        assertThat(body(3)).doesNotContain("DEVICE_KEY");
        assertThat(device()).isEmpty();
    }

    /** Clause 20.3, UpdateDeviceStatus: a pool that leaves it to the user. */
    @Test
    void theUserIsAskedWhetherTheDeviceIsRemembered() throws Exception {
        server.willAnswer(200, VERIFIER)
                .willAnswer(200, NEW)
                .willAnswer(200, "{\"UserConfirmationNecessary\":true}")
                .willAnswer(200, "{}");
        assertThat(login().status()).isZero();
        assertThat(asked).containsExactly("Password", QUESTION);
        assertThat(operation(3)).isEqualTo("UpdateDeviceStatus");
        assertThat(body(3)).contains("\"DeviceRememberedStatus\": \"remembered\"", KEY);
    }

    /** Clause 20.3: a device is not remembered there unless somebody says so. */
    @Test
    void whoDoesNotWantTheDeviceRememberedSendsNothingMore() throws Exception {
        remember = "no";
        server.willAnswer(200, VERIFIER).willAnswer(200, NEW).willAnswer(200, "{\"UserConfirmationNecessary\":true}");
        assertThat(login().status()).isZero();
        assertThat(server.requests()).hasSize(3);
        assertThat(device()).contains(KEY);
    }

    @Test
    void wordsAnswerTheQuestionForScripts() throws Exception {
        server.willAnswer(200, VERIFIER)
                .willAnswer(200, NEW)
                .willAnswer(200, "{\"UserConfirmationNecessary\":true}")
                .willAnswer(200, "{}");
        assertThat(login("--remember-device").status()).isZero();
        assertThat(asked).containsExactly("Password");
        assertThat(body(3)).contains("\"DeviceRememberedStatus\": \"remembered\"");
    }

    @Test
    void wordsMayForbidWhatThePoolDoesByItself() throws Exception {
        server.willAnswer(200, VERIFIER)
                .willAnswer(200, NEW)
                .willAnswer(200, "{\"UserConfirmationNecessary\":false}")
                .willAnswer(200, "{}");
        assertThat(login("--no-remember-device").status()).isZero();
        assertThat(body(3)).contains("\"DeviceRememberedStatus\": \"not_remembered\"");
    }

    @Test
    void tokensAreStoredThoughTheDeviceIsRefused() throws Exception {
        server.willAnswer(200, VERIFIER).willAnswer(200, NEW).willAnswer(400, UNKNOWN);
        Terminal.Result result = login();
        assertThat(result.status()).isZero();
        assertThat(result.err()).contains("Device does not exist.", "Signed in; the tokens are in ");
        assertThat(Files.readString(file)).contains("\"AccessToken\": \"first\"");
        assertThat(device()).isEmpty();
    }

    /** Nobody signs in, with a code that is good once, for tokens that cannot be kept. */
    @Test
    void aFolderThatIsNotThereIsToldBeforeAnythingIsAsked() {
        file = folder.resolve("missing/tokens.json");
        Terminal.Result result = login();
        assertThat(result)
                .isEqualTo(new Terminal.Result(
                        255,
                        "",
                        "\ncognate: [ERROR]: The tokens cannot be stored in \"" + file
                                + "\": there is no folder there that you may write into\n"));
        assertThat(asked).isEmpty();
        assertThat(server.requests()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withoutAFileNothingIsConfirmedAndRememberingIsRefused() {
        server.willAnswer(200, VERIFIER).willAnswer(200, NEW);
        Terminal terminal =
                new Terminal().with("AWS_ENDPOINT_URL", server.address()).with("COGNATE_PASSWORD", "pass-word");
        String[] words = {"login", "--user-pool-id", "us-east-1_E", "--client-id", "abc", "--username", "jane"};
        assertThat(terminal.run(words).out()).contains("\"DeviceKey\": \"" + KEY + "\"");
        assertThat(server.requests()).hasSize(2);

        List<String> remembering = new ArrayList<>(List.of(words));
        remembering.add("--remember-device");
        Terminal.Result refused = terminal.run(remembering.toArray(String[]::new));
        assertThat(refused.status()).isEqualTo(252);
        assertThat(refused.err()).contains("--remember-device needs --store");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void noPasswordIsPrinted() {
        assertThat(new Device(new Device.Owner("p", "jane"), KEY, "-g", "the-password"))
                .asString()
                .doesNotContain("the-password");
    }
}
