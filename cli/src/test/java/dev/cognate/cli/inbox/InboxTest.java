package dev.cognate.cli.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.RecordingServer;
import dev.cognate.cli.Terminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The inbox as people and scripts see it. */
class InboxTest {
    private static final String NEWER = """
            {"id":"m2","sentAt":"2026-11-21T10:00:05.123Z","userPoolId":"us-east-1_x","clientId":"c","username":"jane",\
            "triggerSource":"CustomMessage_ResendCode","medium":"EMAIL","destination":"jane@example.com",\
            "subject":"Your verification code","body":"Your code is 654321\\n","code":"654321"}""";
    private static final String OLDER = """
            {"id":"m1","sentAt":"2026-11-21T10:00:00Z","userPoolId":"us-east-1_x","username":"jane","medium":"SMS",\
            "destination":"+15550100","body":"Welcome \\u001b[31m to a message that is rather long, as they are"}""";

    private final RecordingServer server = new RecordingServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theListIsATableTheNewestFirst() {
        server.willAnswer(200, "[" + NEWER + "," + OLDER + "]");
        Terminal.Result result = run("inbox", "list");
        assertThat(result.out()).isEqualTo("""
                SENT                 TO                USER  CODE    SUBJECT                                   ID
                2026-11-21 10:00:05  jane@example.com  jane  654321  Your verification code                    m2
                2026-11-21 10:00:00  +15550100         jane  -       Welcome \\u001b[31m to a message that ...  m1

                2 messages. Read one with: cognate inbox show <id>
                """);
        assertThat(result.status()).isZero();
        assertThat(server.requests().getFirst().path()).isEqualTo("/_cognate/messages");
    }

    @Test
    void theWordForWaitingMayStandBehindGlobalOptions() {
        server.willAnswer(200, "[" + NEWER + "]");
        Terminal.Result result = new Terminal()
                .run("--endpoint-url", server.address(), "cognito-idp", "wait-for-code", "--username", "jane");
        assertThat(result).isEqualTo(new Terminal.Result(0, "654321\n", ""));
    }

    @Test
    void anEmptyInboxSaysSo() {
        server.willAnswer(200, "[]");
        assertThat(run("inbox", "list").out()).isEqualTo("No messages.\n");
    }

    @Test
    void theFilterGoesToTheServer() {
        server.willAnswer(200, "[]");
        run("inbox", "list", "--username", "jane & co", "--user-pool-id=us-east-1_x", "--destination", "+1 555");
        assertThat(server.requests().getFirst().path())
                .isEqualTo("/_cognate/messages?userPoolId=us-east-1_x&username=jane%20%26%20co&destination=%2B1%20555");
    }

    @Test
    void aMessageIsShownAsItArrived() {
        server.willAnswer(200, NEWER);
        assertThat(run("inbox", "show", "m2").out()).isEqualTo("""
                To:       jane@example.com (EMAIL)
                Sent:     2026-11-21T10:00:05.123Z
                User:     jane
                Pool:     us-east-1_x
                Client:   c
                Because:  CustomMessage_ResendCode
                Subject:  Your verification code
                Code:     654321

                Your code is 654321
                """);
        assertThat(server.requests().getFirst().path()).isEqualTo("/_cognate/messages/m2");
    }

    @Test
    void aMessageThatIsNotThereIsAnError() {
        server.willAnswer(404, "");
        Terminal.Result result = run("inbox", "show", "m9");
        assertThat(result.err()).isEqualTo("There is no message m9.\n");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void theNewestCodeIsPrintedAndNothingElse() {
        server.willAnswer(200, "[" + OLDER + "," + NEWER + "]");
        Terminal.Result result = run("inbox", "code", "--username", "jane");
        assertThat(result.out()).isEqualTo("654321\n");
        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
    }

    @Test
    void noCodeIsAnErrorThatSaysForWhom() {
        server.willAnswer(200, "[" + OLDER + "]");
        Terminal.Result result = run("inbox", "code", "--username", "jane");
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("There is no message with a code for username jane.\n");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void waitingEndsWithTheFirstCode() {
        server.willAnswer(200, "[]").willAnswer(200, "[" + OLDER + "]").willAnswer(200, "[" + NEWER + "]");
        Terminal.Result result = run("cognito-idp", "wait-for-code", "--username", "jane");
        assertThat(result).isEqualTo(new Terminal.Result(0, "654321\n", ""));
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void waitingForTheCodesOfLaterMessagesOnly() {
        server.willAnswer(200, "[" + NEWER + "]");
        Terminal.Result result =
                run("inbox", "wait", "--username", "jane", "--since", "2026-11-21T10:00:06Z", "--timeout", "1");
        assertThat(result)
                .isEqualTo(new Terminal.Result(
                        1, "", "There was no message with a code for username jane within 1 seconds.\n"));
        assertThat(server.requests()).hasSize(5);
        assertThat(run("inbox", "wait", "--since", "2026-11-21T10:00:05Z").out())
                .isEqualTo("654321\n");
        assertThat(run("inbox", "wait", "--since", "yesterday").status()).isEqualTo(252);
    }

    @Test
    void jsonIsWhatTheServerTold() {
        server.willAnswer(200, "[{\"id\":\"m1\",\"new\":[1]}]");
        assertThat(run("inbox", "list", "--json").out()).isEqualTo("""
                [
                    {
                        "id": "m1",
                        "new": [
                            1
                        ]
                    }
                ]
                """);
    }

    @Test
    void oneMessageOrAllAreDeleted() {
        server.willAnswer(204, "");
        assertThat(run("inbox", "delete", "m/1").status()).isZero();
        assertThat(run("inbox", "delete", "--all").status()).isZero();
        assertThat(server.requests())
                .extracting(request -> request.method() + " " + request.path())
                .containsExactly("DELETE /_cognate/messages/m%2F1", "DELETE /_cognate/messages");
    }

    @Test
    void theInboxIsCleared() {
        server.willAnswer(204, "");
        assertThat(run("inbox", "clear").status()).isZero();
        assertThat(server.requests())
                .extracting(request -> request.method() + " " + request.path())
                .containsExactly("DELETE /_cognate/messages");
    }

    @Test
    void whatFitsAFilterIsClearedAndNothingElse() {
        server.willAnswer(200, "[" + NEWER + "," + OLDER + "]");
        server.willAnswer(204, "");
        server.willAnswer(204, "");
        server.willAnswer(200, "[]");
        assertThat(run("inbox", "clear", "--username", "jane").status()).isZero();
        assertThat(server.requests())
                .extracting(request -> request.method() + " " + request.path())
                .containsExactly(
                        "GET /_cognate/messages?username=jane",
                        "DELETE /_cognate/messages/m2",
                        "DELETE /_cognate/messages/m1",
                        "GET /_cognate/messages?username=jane");
    }

    @Test
    void deletingNothingInParticularIsRefused() {
        Terminal.Result result = run("inbox", "delete");
        assertThat(result.status()).isEqualTo(252);
        assertThat(result.err()).contains("cognate inbox delete --help");
        assertThat(run("inbox", "delete", "m1", "--all").status()).isEqualTo(252);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void wrongWordsAreExplained() {
        assertThat(run("inbox", "lst").status()).isEqualTo(252);
        assertThat(run("inbox", "list", "--nope").err()).contains("Unknown option: '--nope'");
    }

    @Test
    void aServerThatHasNoInboxIsNotAnEmptyInbox() {
        server.willAnswer(404, "{}");
        Terminal.Result result = run("inbox", "list");
        assertThat(result.status()).isEqualTo(255);
        assertThat(result.err()).contains("has no inbox");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "show", "code", "wait", "delete", "clear"})
    void everyCommandHasHelpWithExamples(String command) {
        Terminal.Result result = run("inbox", command, "--help");
        assertThat(result.out())
                .contains("cognate inbox " + command)
                .contains("Examples:")
                .contains("--endpoint-url");
        assertThat(result.status()).isZero();
    }

    @Test
    void theInboxItselfHasHelp() {
        assertThat(run("inbox").out())
                .contains("list")
                .contains("Examples:")
                .isEqualTo(run("inbox", "--help").out());
    }

    private Terminal.Result run(String... words) {
        return new Terminal().with("AWS_ENDPOINT_URL", server.address()).run(words);
    }

    @Test
    void nobodyWaitsForLessThanNoTime() {
        Terminal.Result result = run("inbox", "wait", "--timeout", "-5");
        assertThat(result.status()).isEqualTo(252);
        assertThat(result.err()).contains("--timeout is a number of seconds from 0 on, not -5");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void whoHasNoServerIsToldHowToStartOne() {
        server.close();
        assertThat(run("inbox", "list").err())
                .isEqualTo("\ncognate: [ERROR]: Could not connect to the endpoint URL: \"" + server.address()
                        + "/\". cognate serve starts a server\n");
        assertThat(new Terminal()
                        .with("AWS_ENDPOINT_URL", "http://nowhere.invalid")
                        .run("inbox", "list")
                        .err())
                .isEqualTo("\ncognate: [ERROR]: Could not connect to the endpoint URL: \"http://nowhere.invalid/\"\n");
    }
}
