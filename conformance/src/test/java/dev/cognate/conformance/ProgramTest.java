package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a user meets it: demo, start, stop, refusals, keys. */
class ProgramTest {
    private static String overview = "";

    @TempDir
    private Path folder;

    @BeforeAll
    static void askForHelp() {
        overview = cognate(Map.of(), "help").out();
    }

    @Test
    void theDemoTellsTheWholeStoryAndSucceeds() {
        Shell.Result demo = cognate(Map.of("NO_COLOR", "1"), "demo");

        assertThat(demo.err()).isEmpty();
        assertThat(demo.status()).isZero();
        assertThat(demo.out())
                .contains("resend-confirmation-code", "j***@e***", "confirm-sign-up", "CodeMismatchException")
                .contains("Current status is CONFIRMED")
                .doesNotContain("\u001b[");
    }

    @Test
    void sigtermStopsItWithinTwoSecondsAndTheFolderCanBeServedAgain() {
        // A machine that is busy with others may hold up one stop, but not each of three.
        Duration time = timeToStop();
        for (int again = 0; again < 2 && time.compareTo(Duration.ofSeconds(2)) >= 0; again++) {
            time = timeToStop();
        }
        assertThat(time).isLessThan(Duration.ofSeconds(2));
        try (Program second = Program.start(folder)) {
            assertThat(second.call("AdminGetUser", "{\"UserPoolId\":\"us-east-1_COGNATE01\",\"Username\":\"jane\"}")
                            .status())
                    .isEqualTo(200);
        }
    }

    private Duration timeToStop() {
        try (Program program = Program.start(folder, "--demo")) {
            return program.stop();
        }
    }

    @Test
    void aSecondServerOnTheSameFolderIsRefused() {
        try (Program first = Program.start(folder)) {
            Shell.Result second = serve();

            assertThat(second.status()).isEqualTo(1);
            assertThat(second.err()).contains(folder.toString()).contains(String.valueOf(first.pid()));
            assertThat(first.get("/_cognate/messages").status()).isEqualTo(200);
        }
    }

    @Test
    void anOpenServerThatAcceptsAnyCredentialsIsRefused() {
        Shell.Result open = serve("--address", "0.0.0.0");

        assertThat(open.status()).isEqualTo(1);
        assertThat(open.err()).contains("Refusing to listen on 0.0.0.0").contains("--auth sigv4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "keys",
                "signing-keys",
                "seal-keys",
                "messages",
                "sms",
                "imports",
                "kms",
                "triggers",
                "export",
                "import",
                "demo",
                "inbox",
                "doctor",
                "login",
                "token",
                "completion"
            })
    void everyCommandOfTheHelpTellsItsOwn(String command) {
        Shell.Result help = cognate(Map.of(), command, "--help");

        assertThat(help.err()).isEmpty();
        assertThat(help.status()).isZero();
        assertThat(help.out()).containsIgnoringCase("usage: cognate " + command);
        assertThat(overview).contains("\n  " + command + " ");
    }

    @Test
    void anUnknownFlagIsNamedWithWhatWasMeant() {
        Shell.Result unknown = serve("--adress", "::1");

        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("--adress").contains("--address");
    }

    @Test
    void keysThatAreMadeWhileTheServerRunsSignItsRequests() {
        try (Program program = Program.start(folder, "--auth", "sigv4")) {
            assertThat(program.call("ListUserPools", "{\"MaxResults\":1}").member("__type"))
                    .as("a signature that is long out of date")
                    .isEqualTo("InvalidSignatureException");

            assertThat(program.get("/_cognate/messages").status()).isEqualTo(404);
            Shell.Result created = cognate(Map.of(), "keys", "create", "--data", folder.toString());
            assertThat(created.status()).as(created.err()).isZero();
            Shell.Result listed = cognate(
                    Map.of(
                            "AWS_ACCESS_KEY_ID", value(created.out(), "AWS_ACCESS_KEY_ID"),
                            "AWS_SECRET_ACCESS_KEY", value(created.out(), "AWS_SECRET_ACCESS_KEY")),
                    "cognito-idp",
                    "list-user-pools",
                    "--max-results",
                    "1",
                    "--endpoint-url",
                    program.url());
            assertThat(listed.err()).isEmpty();
            assertThat(listed.out()).contains("\"UserPools\": []");
        }
    }

    /** A secret that is shown once and that nobody has seen is no success. */
    @Test
    void aKeyThatCannotBePrintedIsAFailure() {
        Program.start(folder).close();
        Shell.Result full = Shell.run(
                Map.of(),
                List.of("sh", "-c", "'" + Program.LAUNCHER + "' keys create --data '" + folder + "' >/dev/full"));
        assertThat(full.status()).isEqualTo(1);
        assertThat(full.err()).startsWith("cognate: Not all of it could be written to standard output: ");
    }

    @Test
    void whatWasSealedWithAnotherKeyIsNotServed() throws IOException {
        Program.start(folder, "--demo").close();
        Files.delete(folder.resolve("seal.key"));

        Shell.Result other = serve();

        assertThat(other.status()).isEqualTo(1);
        assertThat(other.err()).contains("sealed with another key");
    }

    @Test
    void theLauncherWorksThroughALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("cognate"), Program.LAUNCHER);

        assertThat(Shell.run(Map.of(), List.of(link.toString(), "--version"))).satisfies(result -> {
            assertThat(result.status()).as(result.err()).isZero();
            assertThat(result.out()).contains("cognate");
        });
        Files.delete(link);
    }

    @Test
    void theDataFolderIsItsOwnersAlone() throws IOException {
        Path data = folder.resolve("data");
        Program.start(data).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    private Shell.Result serve(String... options) {
        return Shell.run(Map.of(), Program.command(folder, options));
    }

    private static Shell.Result cognate(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Program.LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        return Shell.run(environment, command);
    }

    private static String value(String exports, String name) {
        int start = exports.indexOf(name + "=") + name.length() + 1;
        return exports.substring(start, exports.indexOf('\n', start));
    }
}
