package dev.cognate.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.RecordingServer;
import dev.cognate.cli.Terminal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How half-written commands may go on, and the scripts that ask for it. */
class CompletionTest {
    private final Terminal terminal = new Terminal();

    private List<String> candidates(String... words) {
        return terminal.run(Stream.concat(Stream.of("completion", "candidates"), Stream.of(words))
                        .toArray(String[]::new))
                .out()
                .lines()
                .toList();
    }

    @Test
    void commandsAndOperations() {
        assertThat(candidates("cog")).containsExactly("cognito-idp");
        assertThat(candidates("cognito-idp", "resend")).containsExactly("resend-confirmation-code");
        assertThat(candidates("cognito-idp", "")).hasSize(141).contains("wait-for-code");
        assertThat(candidates("inbox", "c")).containsExactly("code", "clear");
    }

    @Test
    void eachWithWhatItIs() {
        assertThat(terminal.run("completion", "described", "cognito-idp", "resend")
                        .out())
                .isEqualTo("resend-confirmation-code\t"
                        + "Sends the code again to a user who signed up and has not confirmed yet.\n");
        assertThat(terminal.run("completion", "described", "cognito-idp", "resend-confirmation-code", "--us")
                        .out())
                .startsWith("--username\tRequired. ");
    }

    @Test
    void optionsThatAreRequiredComeFirst() {
        assertThat(candidates("cognito-idp", "resend-confirmation-code", "--"))
                .startsWith("--client-id", "--username", "--secret-hash");
    }

    @Test
    void globalOptionsMayStandBeforeTheCommand() {
        assertThat(candidates("--output", "json", "cognito-idp", "resend")).containsExactly("resend-confirmation-code");
        assertThat(candidates("--output", "json", "cog")).containsExactly("cognito-idp");
    }

    @Test
    void aSecretHashMayBeMade() {
        assertThat(candidates("cognito-idp", "sign-up", "--secret-hash", "")).containsExactly("auto");
    }

    /** The words of a line that is completed ask for nothing themselves. */
    @Test
    void theOptionForThePromptIsAWordAsAnyOther() {
        assertThat(candidates("--cli-auto-prompt", "cognito-idp", "resend"))
                .containsExactly("resend-confirmation-code");
    }

    @Test
    void optionsThatAreNotThereYet() {
        assertThat(candidates("cognito-idp", "resend-confirmation-code", "--client-id", "c", "--client-"))
                .containsExactly("--client-metadata", "--client-secret");
        assertThat(candidates("cognito-idp", "--output", "json", "list-groups", "--m"))
                .containsExactly("--max-items");
    }

    @Test
    void valuesOfEnumerations() {
        assertThat(candidates("cognito-idp", "initiate-auth", "--auth-flow", "USER_P"))
                .containsExactly("USER_PASSWORD_AUTH");
        assertThat(candidates("cognito-idp", "list-groups", "--output", "yaml")).containsExactly("yaml", "yaml-stream");
    }

    @Test
    void idsThatTheServerKnows() {
        try (RecordingServer server = new RecordingServer()
                .willAnswer(200, "{\"UserPools\":[{\"Id\":\"us-east-1_a\"},{\"Id\":\"us-east-1_b\"}]}")) {
            terminal.with("AWS_ENDPOINT_URL", server.address());
            assertThat(candidates("cognito-idp", "list-groups", "--user-pool-id", "us-east-1_b"))
                    .containsExactly("us-east-1_b");
        }
    }

    @Test
    void aMeaningThatAStrangerWroteStaysOnItsLine() {
        try (RecordingServer server = new RecordingServer()
                .willAnswer(
                        200,
                        "{\"UserPools\":[{\"Id\":\"us-east-1_a\",\"Name\":\"peo\\nple\\t\\u001b[31m\\u009b\"}]}")) {
            terminal.with("AWS_ENDPOINT_URL", server.address());
            assertThat(terminal.run("completion", "described", "cognito-idp", "list-groups", "--user-pool-id", "")
                            .out())
                    .isEqualTo("us-east-1_a\tpeo ple \\u001b[31m\\u009b\n");
        }
    }

    @Test
    void theServerThatTheLineNamesIsAsked() {
        try (RecordingServer server = new RecordingServer()
                .willAnswer(200, "{\"UserPools\":[{\"Id\":\"us-east-1_a\",\"Name\":\"people\"}]}")) {
            terminal.with("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
            String[] words = {
                "completion",
                "described",
                "cognito-idp",
                "list-groups",
                "--endpoint-url",
                server.address(),
                "--region",
                "eu-west-1",
                "--user-pool-id",
                ""
            };
            assertThat(terminal.run(words).out()).isEqualTo("us-east-1_a\tpeople\n");
            assertThat(server.requests().getFirst().header("Authorization")).contains("/eu-west-1/");
        }
    }

    @Test
    void namesOfTheOnlyPool() {
        try (RecordingServer server = new RecordingServer()
                .willAnswer(200, "{\"UserPools\":[{\"Id\":\"us-east-1_a\"}]}")
                .willAnswer(200, "{\"Users\":[{\"Username\":\"jane\"},{\"Username\":\"john\"}]}")) {
            terminal.with("AWS_ENDPOINT_URL", server.address());
            assertThat(candidates("cognito-idp", "admin-get-user", "--username", "ja"))
                    .containsExactly("jane");
        }
    }

    @Test
    void aServerThatCannotBeAskedIsNoError() {
        terminal.with("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
        assertThat(candidates("cognito-idp", "list-groups", "--user-pool-id", ""))
                .isEmpty();
        assertThat(terminal.waits()).as("no second attempt").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void everyShellHasAScript(String shell) {
        assertThat(terminal.run("completion", shell).out()).contains("completion ");
    }

    /** Whoever signs up chooses what the administrator's shell completes. */
    @Test
    void bashPutsNamesOnTheLineAsWordsThatRunNothing(@TempDir Path folder) throws Exception {
        List<String> names = List.of("$(touch${IFS}pwned)", "/etc/host*", "it's; a name", "`touch pwned`", "jane");
        Files.write(folder.resolve("names"), names);
        Files.writeString(
                folder.resolve("try.sh"), terminal.run("completion", "bash").out() + """
                        cognate() { cat names; }
                        COMP_WORDS=(cognate cognito-idp '') COMP_CWORD=2
                        _cognate
                        eval "printf '%s\\n' ${COMPREPLY[*]}"
                        """);
        Process bash = new ProcessBuilder("bash", "try.sh")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String line = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(line.lines()).containsExactlyElementsOf(names);
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void anUnknownShellIsRefused() {
        Terminal.Result result = terminal.run("completion", "csh");
        assertThat(result.status()).isEqualTo(252);
        assertThat(result.err()).contains("Name a shell: bash, zsh or fish");
    }
}
