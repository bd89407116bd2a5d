package dev.cognate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.prompt.AutoPrompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Help and version. */
class CommandsTest {

    @Test
    void helpListsEveryCommand() {
        Terminal.Result help = new Terminal().run("help");
        assertThat(help.out()).contains("serve", "demo", "cognito-idp", "inbox", "keys", "EXAMPLES");
        assertThat(new Terminal().run("--help")).isEqualTo(help);
    }

    /** A message may quote a header that was being set. */
    @Test
    void whatNobodyForesawIsASentenceAndOnlyItsPlaceIsToldForDebugging() {
        Commands commands = new Commands(new AutoPrompt(() -> {
            throw new IllegalArgumentException("Illegal character in Authorization: s3cret");
        }));
        Terminal.Result result = new Terminal().run(commands, "inbox", "--cli-auto-prompt");
        assertThat(result).isEqualTo(new Terminal.Result(255, "", """

                cognate: [ERROR]: Something that cognate did not foresee stopped it: \
                IllegalArgumentException. With --debug it tells where.
                """));
        assertThat(new Terminal()
                        .run(commands, "inbox", "--cli-auto-prompt", "--debug")
                        .err())
                .contains("java.lang.IllegalArgumentException\n    at dev.cognate.cli.CommandsTest.")
                .endsWith(result.err())
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "!", "["})
    void aQueryThatIsNestedWithoutEndIsRefused(String opening) {
        Terminal.Result result = new Terminal()
                .run("cognito-idp", "list-user-pools", "--max-results", "1", "--query", opening.repeat(100_000));
        assertThat(result.status()).isEqualTo(252);
        assertThat(result.err())
                .isEqualTo(
                        "\ncognate: [ERROR]: Bad value for --query: Invalid jmespath expression: nested too deeply\n");
    }

    /** Reference: oauth-config D10. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '!',
            value = {
                "foo()                 ! Unknown function: foo()",
                "max_by(UserPools, &x) ! In --query max_by(UserPools, &x), invalid type for value",
                "avg(UserPools)        ! In --query avg(UserPools), invalid type for value: expected number, received object",
                "length()              ! In --query length(), wrong number of arguments: Expected 1 arguments, got 0",
                "UserPools[::0]        ! In --query UserPools[::0], invalid value"
            })
    void whatIsWrongWithinAQueryIsASentence(String query, String complaint) {
        try (RecordingServer server =
                new RecordingServer().willAnswer(200, "{\"UserPools\":[{\"Id\":\"a\"},{\"Id\":\"b\"}]}")) {
            Terminal.Result result = new Terminal()
                    .with("AWS_ENDPOINT_URL", server.address())
                    .run("cognito-idp", "list-user-pools", "--max-results", "1", "--query", query);
            assertThat(result).isEqualTo(new Terminal.Result(255, "", "\ncognate: [ERROR]: " + complaint + "\n"));
        }
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(new Terminal().run("--version").out()).matches("cognate/\\d+\\.\\d+\\S* Java/\\d+ .*\\R");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cognito-idp",
                "cognito-idp sign-up",
                "cognito-idp wait-for-code",
                "login",
                "doctor",
                "inbox",
                "inbox show",
                "demo",
                "token",
                "completion"
            })
    void helpIsAWordAndAnOption(String command) {
        Terminal.Result asWord = new Terminal().run((command + " help").split(" "));
        assertThat(asWord.status()).isZero();
        assertThat(asWord.out()).isNotEmpty();
        assertThat(new Terminal().run((command + " --help").split(" "))).isEqualTo(asWord);
    }

    @Test
    void operationsAreListedAndExplained() {
        assertThat(new Terminal().run("cognito-idp", "help").out()).contains("resend-confirmation-code\n", "sign-up\n");
        assertThat(new Terminal().run("cognito-idp", "sign-up", "help").out())
                .contains("       --username <value>\n", "       [--password <value>]\n", "CodeDeliveryDetails");
    }
}
