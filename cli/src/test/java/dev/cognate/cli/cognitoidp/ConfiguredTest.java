package dev.cognate.cli.cognitoidp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.RecordingServer;
import dev.cognate.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that obey the configuration and the terminal. Reference: oauth-config D9, D11 to D14, A9. */
class ConfiguredTest {
    private static final String[] GET = {
        "cognito-idp", "admin-get-user", "--user-pool-id", "p_1", "--username", "jane", "--query", "UserCreateDate"
    };
    private static final String[] RESEND = {
        "cognito-idp", "resend-confirmation-code", "--client-id", "c", "--username", "u"
    };
    private static final String FAULT =
            "{\"__type\":\"InvalidParameterException\",\"message\":\"No.\",\"reasonCode\":\"X1\"}";

    private final RecordingServer server = new RecordingServer();
    private final Terminal terminal = new Terminal().with("AWS_ENDPOINT_URL", server.address());

    @TempDir
    private Path home;

    @AfterEach
    void stop() {
        server.close();
    }

    private void configure(String settings) throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), "[default]\n" + settings);
        terminal.withHome(home);
    }

    /** D13, row timestamps. */
    @Test
    void timesStayAsOnTheWireWhenConfigured() throws IOException {
        server.willAnswer(200, "{\"Username\":\"jane\",\"UserCreateDate\":1716784814.598}");
        assertThat(terminal.run(GET).out()).isEqualTo("\"2024-05-27T04:40:14.598000+00:00\"\n");
        configure("cli_timestamp_format = wire\noutput = text\n");
        assertThat(terminal.run(GET).out()).isEqualTo("1716784814.598\n");
    }

    /** D13, row output. */
    @Test
    void theConfiguredOutputYieldsToTheVariableAndTheOption() throws IOException {
        server.willAnswer(200, "{\"Username\":\"jane\"}");
        configure("output = text\n");
        String[] words = {"cognito-idp", "admin-get-user", "--user-pool-id", "p_1", "--username", "jane"};
        assertThat(terminal.run(words).out()).isEqualTo("jane\n");
        assertThat(terminal.with("AWS_DEFAULT_OUTPUT", "yaml").run(words).out()).isEqualTo("Username: jane\n");
    }

    /** A9: the legacy mode sends five times, but not after a reached limit. */
    @Test
    void theLegacyModeTriesFiveTimesAndNotAfterALimit() throws IOException {
        configure("retry_mode = legacy\n");
        server.willAnswer(500, "{}");
        assertThat(terminal.run(RESEND).err()).contains("(reached max retries: 4)");
        assertThat(server.requests()).hasSize(5);
        try (RecordingServer limited = new RecordingServer()
                .willAnswer(400, "{\"__type\":\"LimitExceededException\",\"message\":\"Attempt limit exceeded.\"}")) {
            terminal.with("AWS_ENDPOINT_URL", limited.address()).run(RESEND);
            assertThat(limited.requests()).hasSize(1);
        }
    }

    /** D13, row retries. */
    @Test
    void aModeThatDoesNotExistIsRefused() {
        Terminal.Result result = terminal.with("AWS_RETRY_MODE", "stubborn").run(RESEND);
        assertThat(result.status()).isEqualTo(255);
        assertThat(result.err()).contains("must be one of: \"legacy\", \"standard\", \"adaptive\"");
    }

    /** D14: only on a terminal, and not when it is switched off. */
    @Test
    void thePagerShowsAnswersOnATerminal() {
        List<String> shown = new ArrayList<>();
        server.willAnswer(200, "{\"Username\":\"jane\"}");
        terminal.withScreen(120, (text, words) -> shown.add(String.join(" ", words) + ": " + text));
        assertThat(terminal.with("AWS_PAGER", "less -X").run(GET).out()).isEmpty();
        assertThat(shown).containsExactly("less -X: null\n");
        String[] plain = {"cognito-idp", "admin-get-user", "--user-pool-id", "p", "--username", "j", "--no-cli-pager"};
        assertThat(terminal.run(plain).out()).contains("jane");
        assertThat(terminal.with("AWS_PAGER", "").run(GET).out()).isEqualTo("null\n");
        assertThat(shown).hasSize(1);
    }

    /** D8, D9: text is printed page by page, so that what came before an error is there, also in the pager. */
    @Test
    void pagesOfTextArePrintedAsTheyCome() {
        server.willAnswer(200, "{\"Groups\":[{\"GroupName\":\"g1\"}],\"NextToken\":\"n\"}")
                .willAnswer(400, "{\"__type\":\"NotAuthorizedException\",\"message\":\"No.\"}");
        String[] words = {"cognito-idp", "list-groups", "--user-pool-id", "p", "--output", "text"};
        Terminal.Result result = terminal.run(words);
        assertThat(result.out()).isEqualTo("GROUPS\tg1\n");
        assertThat(result.status()).isEqualTo(254);

        List<String> shown = new ArrayList<>();
        try (RecordingServer again = new RecordingServer()
                .willAnswer(200, "{\"Groups\":[{\"GroupName\":\"g1\"}],\"NextToken\":\"n\"}")
                .willAnswer(200, "{\"Groups\":[{\"GroupName\":\"g2\"}]}")) {
            terminal.with("AWS_ENDPOINT_URL", again.address()).withScreen(120, (text, _) -> shown.add(text));
            assertThat(terminal.run(words).out()).isEmpty();
        }
        assertThat(shown).containsExactly("GROUPS\tg1\nGROUPS\tg2\n");
    }

    @Test
    void aPagerThatDoesNotExistIsDoneWithout() {
        server.willAnswer(200, "{\"Username\":\"jane\"}");
        assertThat(terminal.withScreen(80, (_, _) -> false).run(GET).out()).isEqualTo("null\n");
    }

    /** D9: colours on a terminal, or when they are asked for; NO_COLOR keeps them away. */
    @Test
    void tablesHaveColoursOnATerminal() {
        server.willAnswer(200, "{\"Username\":\"jane\"}");
        String[] words = {"cognito-idp", "admin-get-user", "--user-pool-id", "p", "--username", "j", "--output", "table"
        };
        assertThat(terminal.run(words).out()).doesNotContain("\u001b");
        terminal.with("AWS_PAGER", "").withScreen(80, (_, _) -> false);
        assertThat(terminal.run(words).out()).contains("\u001b[1m\u001b[34mjane\u001b[0m");
        assertThat(terminal.with("NO_COLOR", "1").run(words).out()).doesNotContain("\u001b");
    }

    /** D9: a row wider than the terminal is turned upright. */
    @Test
    void aTableIsAsWideAsTheTerminal() {
        server.willAnswer(200, "{\"Username\":\"" + "j".repeat(75) + "\",\"UserStatus\":\"CONFIRMED\"}");
        String[] words = {
            "cognito-idp",
            "admin-get-user",
            "--user-pool-id",
            "p",
            "--username",
            "j",
            "--output",
            "table",
            "--color",
            "off",
            "--no-cli-pager"
        };
        assertThat(terminal.run(words).out()).contains("|  UserStatus|  CONFIRMED ");
        assertThat(terminal.withScreen(200, (_, _) -> false).run(words).out()).contains("|  CONFIRMED |  jjj");
    }

    /** D11, --cli-error-format. */
    @Test
    void anErrorIsToldInTheFormatThatIsAskedFor() {
        server.willAnswer(400, FAULT);
        String sentence = "\ncognate: [ERROR]: An error occurred (InvalidParameterException) when calling the"
                + " ResendConfirmationCode operation: No.\n";
        assertThat(failed("enhanced")).isEqualTo(sentence + "\nAdditional error details:\nreasonCode: X1\n");
        assertThat(failed("legacy")).isEqualTo(sentence);
        assertThat(failed("json")).isEqualTo("""
                {
                    "Message": "No.",
                    "Code": "InvalidParameterException",
                    "reasonCode": "X1"
                }
                """);
        assertThat(failed("yaml")).isEqualTo("""
                Code: InvalidParameterException
                Message: No.
                reasonCode: X1
                """);
        assertThat(failed("text")).isEqualTo("InvalidParameterException\tNo.\tX1\n");
        assertThat(failed("table")).contains("|                         error                        |");
    }

    private String failed(String format) {
        Terminal.Result result = terminal.with("AWS_CLI_ERROR_FORMAT", format).run(RESEND);
        assertThat(result.status()).isEqualTo(254);
        assertThat(result.out()).isEmpty();
        return result.err();
    }

    /** D11: a fault of the words is structured too, an unknown option never. */
    @Test
    void theOptionForTheFormatOfErrorsCountsEvenWhenTheWordsAreWrong() {
        Terminal.Result missing =
                terminal.run("cognito-idp", "resend-confirmation-code", "--client-id", "c", "--cli-error-format=json");
        assertThat(missing.status()).isEqualTo(252);
        assertThat(missing.err()).isEqualTo("""
                {
                    "Message": "the following arguments are required: --username",
                    "Code": "ParamValidation"
                }
                """);
        String[] unknown = {
            "cognito-idp",
            "resend-confirmation-code",
            "--client-id",
            "c",
            "--username",
            "u",
            "--nope",
            "--cli-error-format",
            "json"
        };
        assertThat(terminal.run(unknown).err()).endsWith("\nUnknown options: --nope\n");
    }

    /** D12, --debug: what happens, and never what is said. */
    @Test
    void debugTellsWhatHappensAndNoSecret() {
        server.willAnswer(200, "{\"AuthenticationResult\":{\"AccessToken\":\"s3cret-token\"}}");
        Terminal.Result result = terminal.run(
                "cognito-idp",
                "initiate-auth",
                "--client-id",
                "c",
                "--auth-flow",
                "USER_PASSWORD_AUTH",
                "--auth-parameters",
                "USERNAME=jane,PASSWORD=s3cret-word",
                "--debug");
        assertThat(result.err())
                .contains(" - MainThread - cognate.endpoint - DEBUG - Sending InitiateAuth")
                .contains("Response: status 200")
                .doesNotContain("s3cret");
    }
}
