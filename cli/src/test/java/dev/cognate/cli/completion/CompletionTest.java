package dev.cognate.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.RecordingServer;
import dev.cognate.cli.Terminal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
        assertThat(candidates("cognito-idp", "")).hasSize(140);
        assertThat(candidates("inbox", "c")).containsExactly("code", "clear");
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
        terminal.with("AWS_ENDPOINT_URL", "http://127.0.0.1:1").with("AWS_MAX_ATTEMPTS", "1");
        assertThat(candidates("cognito-idp", "list-groups", "--user-pool-id", ""))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void everyShellHasAScript(String shell) {
        assertThat(terminal.run("completion", shell).out()).contains("completion candidates");
    }

    @Test
    void anUnknownShellIsRefused() {
        Terminal.Result result = terminal.run("completion", "csh");
        assertThat(result.status()).isEqualTo(252);
        assertThat(result.err()).contains("Name a shell: bash, zsh or fish");
    }
}
