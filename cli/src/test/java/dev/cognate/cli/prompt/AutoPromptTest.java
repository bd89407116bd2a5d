package dev.cognate.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.Commands;
import dev.cognate.cli.RecordingServer;
import dev.cognate.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The line editor as somebody uses it who types at a terminal. Reference: oauth-config D13, D14. */
@Timeout(60)
class AutoPromptTest {
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final String POOLS =
            "{\"UserPools\":[{\"Id\":\"us-east-1_a\",\"Name\":\"people\"},{\"Id\":\"us-east-1_b\",\"Name\":\"test\"}]}";

    private final RecordingServer server = new RecordingServer().willAnswer(200, "{}");
    private final Terminal terminal =
            new Terminal().with("AWS_ENDPOINT_URL", server.address()).with("AWS_PAGER", "");
    private final TypedTerminal typed = new TypedTerminal(160);
    private int opened;

    @TempDir
    private Path home;

    @AfterEach
    void stop() {
        typed.close();
        server.close();
    }

    private CompletableFuture<Terminal.Result> begin(String... words) {
        Commands commands = new Commands(new AutoPrompt(() -> {
            opened++;
            return typed.terminal();
        }));
        return CompletableFuture.supplyAsync(() -> terminal.run(commands, words), Thread::startVirtualThread);
    }

    private static Terminal.Result end(CompletableFuture<Terminal.Result> run) throws Exception {
        return run.get(90, TimeUnit.SECONDS);
    }

    /** D14: what was written stands in the line already; Enter runs it. */
    @Test
    void enterRunsTheLine() throws Exception {
        CompletableFuture<Terminal.Result> run =
                begin("--cli-auto-prompt", "cognito-idp", "resend-confirmation-code", "--client-id", "c d");
        typed.awaits("> cognate cognito-idp resend-confirmation-code --client-id 'c d' ")
                .type("--username u\r");
        assertThat(end(run).status()).isZero();
        assertThat(server.requests()).hasSize(1);
        assertThat(server.requests().getFirst().body()).isEqualTo("{\"ClientId\": \"c d\", \"Username\": \"u\"}");
    }

    @Test
    void belowTheLineStandsWhatItWouldDo() throws Exception {
        CompletableFuture<Terminal.Result> run =
                begin("--cli-auto-prompt", "cognito-idp", "admin-get-user", "--user-pool-id", "p");
        typed.awaits("Shows a user with all attributes.")
                .awaits("Not yet: the following arguments are required: --username")
                .awaits("Tab shows what may come next, Enter runs the line, Ctrl-C leaves.")
                .type("--username u")
                .awaits("Enter sends AdminGetUser to " + server.address() + "/, signed for us-east-1.")
                .type("\r");
        assertThat(end(run).status()).isZero();
    }

    /** Below the line stands what a server said, and what was pasted; neither commands the terminal. */
    @Test
    void whatStrangersWroteIsWrittenOutBelowTheLine() throws Exception {
        try (RecordingServer strange = new RecordingServer()
                .willAnswer(400, "{\"__type\":\"x\",\"message\":\"\\u001b]0;title\\u0007\\u009b31m\\u202e\"}")) {
            terminal.with("AWS_ENDPOINT_URL", strange.address());
            CompletableFuture<Terminal.Result> run =
                    begin("--cli-auto-prompt", "cognito-idp", "describe-user-pool", "--user-pool-id");
            typed.awaits("Ctrl-C leaves.")
                    .type("\t")
                    .awaits(" server could not be asked: ")
                    .awaits("\\u001b]0;title\\u0007\\u009b31m\\u202e")
                    .type(CTRL_C);
            assertThat(end(run).status()).isEqualTo(130);
            assertThat(typed.shown()).doesNotContain("\u001b]0", "\u0007", "\u009b", "\u202e");
        }
    }

    @Test
    void tabCompletesAnOperation() throws Exception {
        CompletableFuture<Terminal.Result> run = begin("--cli-auto-prompt", "cognito-idp");
        typed.awaits("> cognate cognito-idp ")
                .type("resend-c\t")
                .awaits("Sends the code again to a user who signed up and has not confirmed yet.")
                .type("--client-id c --username u\r");
        assertThat(end(run).status()).isZero();
        assertThat(server.requests().getFirst().header("X-amz-target")).endsWith(".ResendConfirmationCode");
    }

    /** What stands before the word that is chosen stays as it is. */
    @Test
    void whatIsChosenFromTheListStandsBehindTheBlank() throws Exception {
        CompletableFuture<Terminal.Result> run = begin("--cli-auto-prompt", "inbox");
        typed.awaits("> cognate inbox ")
                .type("\t")
                .awaits("Shows a message.")
                .type("\t\t\r")
                .type("--help\r");
        assertThat(end(run)).isEqualTo(terminal.run("inbox", "show", "--help"));
    }

    @Test
    void tabShowsOptionsWithTheirMeaningThoseThatAreRequiredFirst() throws Exception {
        CompletableFuture<Terminal.Result> run = begin("--cli-auto-prompt", "cognito-idp", "resend-confirmation-code");
        typed.awaits("Ctrl-C leaves.")
                .type("--\t")
                .awaits("--client-id ")
                .awaits("Required. The id of the app client.")
                .awaits("--username ")
                .awaits("--secret-hash ")
                .awaits("--output ")
                .type(CTRL_C);
        assertThat(typed.shown()).doesNotContain("--no-cli-auto-prompt");
        assertThat(end(run).status()).isEqualTo(130);
    }

    @Test
    void tabCompletesValuesOfEnumerations() throws Exception {
        CompletableFuture<Terminal.Result> run =
                begin("--cli-auto-prompt", "cognito-idp", "initiate-auth", "--client-id", "c", "--auth-flow");
        typed.awaits("Ctrl-C leaves.")
                .type("USER_S\t")
                .awaits("Enter sends InitiateAuth")
                .type("\r");
        assertThat(end(run).status()).isZero();
        assertThat(server.requests().getFirst().body()).contains("\"AuthFlow\": \"USER_SRP_AUTH\"");
    }

    /** The ids come with the pools' names, and are asked for once. */
    @Test
    void tabShowsWhatTheServerKnowsAndAsksOnce() throws Exception {
        try (RecordingServer pools = new RecordingServer().willAnswer(200, POOLS)) {
            terminal.with("AWS_ENDPOINT_URL", pools.address());
            CompletableFuture<Terminal.Result> run =
                    begin("--cli-auto-prompt", "cognito-idp", "describe-user-pool", "--user-pool-id");
            typed.awaits("Ctrl-C leaves.")
                    .type("\t")
                    .awaits("us-east-1_a  people")
                    .awaits("us-east-1_b  test")
                    .type("b\t")
                    .awaits("Enter sends DescribeUserPool")
                    .type(CTRL_C);
            assertThat(end(run).status()).isEqualTo(130);
            assertThat(pools.requests()).hasSize(1);
        }
    }

    @Test
    void aServerThatCannotBeAskedIsToldBelowTheLine() throws Exception {
        terminal.with("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
        CompletableFuture<Terminal.Result> run =
                begin("--cli-auto-prompt", "cognito-idp", "describe-user-pool", "--user-pool-id");
        typed.awaits("Ctrl-C leaves.")
                .type("\t")
                .awaits("server could not be asked: Could not connect to the endpoint URL: \"http://127.0.0.1:1/\"")
                .type(CTRL_C);
        assertThat(end(run).status()).isEqualTo(130);
        assertThat(terminal.waits()).as("no second attempt").isEmpty();
    }

    /** D11: Ctrl-C, and the end of the input, run nothing. */
    @ParameterizedTest
    @ValueSource(strings = {CTRL_C, CTRL_D})
    void whoLeavesRunsNothing(String key) throws Exception {
        CompletableFuture<Terminal.Result> run = begin("--cli-auto-prompt");
        typed.awaits("Ctrl-C leaves.").type(key);
        assertThat(end(run)).isEqualTo(new Terminal.Result(130, "", "\n"));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aTerminalThatDoesNotKnowItsSizeHasTheUsualOne() throws Exception {
        typed.terminal().setSize(Size.of(0, 0));
        CompletableFuture<Terminal.Result> run = begin("--cli-auto-prompt", "cognito-idp", "admin-get-user");
        typed.awaits("> cognate cognito-idp admin-get-user ")
                .awaits("Ctrl-C leaves.")
                .type(CTRL_C);
        assertThat(end(run).status()).isEqualTo(130);
    }

    @Test
    void aLineWithAnOpenQuoteGoesOn() throws Exception {
        CompletableFuture<Terminal.Result> run =
                begin("--cli-auto-prompt", "cognito-idp", "resend-confirmation-code", "--client-id", "c");
        typed.awaits("Ctrl-C leaves.").type("--username 'a\r").awaits("quote> ").type("b!'\r");
        assertThat(end(run).status()).isZero();
        assertThat(server.requests().getFirst().body()).contains("\"Username\": \"a\\nb!\"");
    }

    /** D13: the variable, and D14: on. */
    @Test
    void theVariableAsksForItAtATerminalOnly() throws Exception {
        terminal.with("AWS_CLI_AUTO_PROMPT", "ON");
        String[] words = {"cognito-idp", "resend-confirmation-code", "--client-id", "c", "--username", "u"};
        assertThat(end(begin(words)).status()).isZero();
        assertThat(opened).isZero();

        terminal.withScreen(80, (_, _) -> false);
        CompletableFuture<Terminal.Result> run = begin(words);
        typed.awaits("--username u ").type("\r");
        assertThat(end(run).status()).isZero();
        assertThat(opened).isEqualTo(1);
    }

    /** D13: the configuration, and D14: on-partial. */
    @Test
    void onPartialAsksOnlyWhenTheWordsAreWrong() throws Exception {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), "[default]\ncli_auto_prompt = on-partial\n");
        terminal.withHome(home).withScreen(80, (_, _) -> false);
        String[] right = {"cognito-idp", "resend-confirmation-code", "--client-id", "c", "--username", "u"};
        assertThat(end(begin(right)).status()).isZero();
        assertThat(opened).isZero();

        CompletableFuture<Terminal.Result> run = begin("cognito-idp", "resend-confirmation-code", "--client-id", "c");
        typed.awaits("Not yet: the following arguments are required: --username")
                .type("--username john\r");
        assertThat(end(run)).isEqualTo(new Terminal.Result(0, "", ""));
        assertThat(server.requests().getLast().body()).contains("john");
    }

    /** D14: on-partial is for wrong words, not for the service's errors. */
    @Test
    void onPartialTellsTheServicesErrors() throws Exception {
        try (RecordingServer refusing = new RecordingServer()
                .willAnswer(400, "{\"__type\":\"UserNotFoundException\",\"message\":\"User does not exist.\"}")) {
            terminal.with("AWS_ENDPOINT_URL", refusing.address())
                    .with("AWS_CLI_AUTO_PROMPT", "on-partial")
                    .withScreen(80, (_, _) -> false);
            Terminal.Result result =
                    end(begin("cognito-idp", "resend-confirmation-code", "--client-id", "c", "--username", "u"));
            assertThat(result.status()).isEqualTo(254);
            assertThat(result.err()).contains("User does not exist.");
            assertThat(opened).isZero();
        }
    }

    /** D14: help and versions are not asked about, nor is anything that an option exempts. */
    @ParameterizedTest
    @ValueSource(strings = {"help", "--version", "--help", "--no-cli-auto-prompt"})
    void someWordsAreNeverAskedAbout(String word) throws Exception {
        terminal.with("AWS_CLI_AUTO_PROMPT", "on").withScreen(80, (_, _) -> false);
        end(begin(word));
        assertThat(opened).isZero();
    }

    /** D14: both flags together. */
    @Test
    void theTwoOptionsContradictEachOther() throws Exception {
        Terminal.Result result = end(begin("cognito-idp", "--cli-auto-prompt", "--no-cli-auto-prompt"));
        assertThat(result.status()).isEqualTo(252);
        assertThat(result.err())
                .isEqualTo("\ncognate: [ERROR]: An error occurred (ParamValidation): Both --cli-auto-prompt and"
                        + " --no-cli-auto-prompt cannot be specified at the same time.\n");
    }

    @Test
    void withoutATerminalThereIsNothingToPromptAt() {
        Commands commands = new Commands(new AutoPrompt(() -> {
            throw new IOException("no terminal");
        }));
        Terminal.Result result = terminal.run(commands, "cognito-idp", "sign-up", "--cli-auto-prompt");
        assertThat(result.status()).isEqualTo(252);
        assertThat(result.err()).contains("There is no terminal to prompt at");
    }
}
