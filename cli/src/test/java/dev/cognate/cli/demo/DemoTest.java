package dev.cognate.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration, with a stand-in for the server as a process of its own; the real one is tried in conformance. */
class DemoTest {
    @TempDir
    private Path folder;

    @Test
    void theStoryIsToldToItsEnd() {
        Terminal.Result result = demo("true");
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .containsSubsequence(
                        "it listens at http://127.0.0.1:",
                        "$ cognate cognito-idp create-user-pool --pool-name demo --auto-verified-attributes email",
                        "$ cognate cognito-idp create-user-pool-client --user-pool-id us-east-1_demo",
                        "$ cognate cognito-idp sign-up --client-id client --username jane",
                        "$ cognate inbox code --username jane",
                        "111111",
                        "$ cognate cognito-idp resend-confirmation-code --client-id client --username jane",
                        "\"Destination\": \"j***@e***\"",
                        "$ cognate inbox show m2",
                        "Your code is 222222.",
                        "--confirmation-code 111111",
                        "(CodeMismatchException)",
                        "--confirmation-code 222222",
                        "--confirmation-code 111111",
                        "Current status is CONFIRMED")
                .doesNotContain("FAILED")
                .doesNotContain("\u001b");
        assertThat(result.status()).isZero();
    }

    @Test
    void aServerThatTakesTheOldCodeFailsTheStory() {
        Terminal.Result result = demo("forgetful");
        assertThat(result.out()).contains("FAILED: expected the old code refused");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void aServerThatDoesNotStartIsExplained() {
        Terminal.Result result = demo("broken");
        assertThat(result.err()).contains("The server did not start.").contains("The data folder is on fire.");
        assertThat(result.status()).isEqualTo(255);
    }

    @Test
    void nothingIsLeftBehind() throws IOException {
        demo("true");
        demo("forgetful");
        demo("broken");
        assertThat(Files.readAllLines(note())).hasSize(3).allSatisfy(data -> {
            Path made = Path.of(data).resolve("..").normalize();
            assertThat(made.toString()).contains("/cognate-demo-");
            assertThat(made).doesNotExist();
        });
    }

    @Test
    void wordsAreRefused() {
        assertThat(new Terminal().run("demo", "now").status()).isEqualTo(252);
        assertThat(new Terminal().run("demo", "--help").out()).contains("Example:");
    }

    private Path note() {
        return folder.resolve("folders");
    }

    private Terminal.Result demo(String manner) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = Path.of("target", "test-classes").toAbsolutePath().toString();
        return new Terminal()
                .with("NO_COLOR", "1")
                .with(
                        Launcher.COMMAND,
                        String.join(
                                " ", java, "-Dnote=" + note(), "-cp", classes, StandInServer.class.getName(), manner))
                .run("demo");
    }
}
