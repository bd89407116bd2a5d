package dev.cognate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Views of our own show what strangers wrote without letting it command the terminal; answers of operations are data. */
class StrangersTest {
    private static final String HOSTILE = "\u001b]0;t\u0007\u001b[2J\r\u009b31m\u202ex\u2066";
    private static final String ESCAPED = "\\u001b]0;t\\u0007\\u001b[2J\\r\\u009b31m\\u202ex\\u2066";

    private final RecordingServer server = new RecordingServer();
    private final Terminal terminal =
            new Terminal().with("AWS_ENDPOINT_URL", server.address()).with("COGNATE_PASSWORD", "p");

    @AfterEach
    void stop() {
        server.close();
    }

    private static void assertHarmless(Terminal.Result result) {
        String all = result.out() + result.err();
        assertThat(all.codePoints()
                        .filter(c -> c != '\n'
                                && (Character.isISOControl(c)
                                        || (c >= 0x202a && c <= 0x202e)
                                        || (c >= 0x2066 && c <= 0x2069))))
                .as(all)
                .isEmpty();
        assertThat(all).contains("\\u001b", "\\u009b", "\\u202e", "\\u2066");
    }

    private Terminal.Result run(String line) {
        return terminal.run(line.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbox list", "inbox list --json", "inbox code", "cognito-idp wait-for-code"})
    void messages(String words) {
        String message = "{'id':'X','sentAt':'X','username':'X','destination':'X','subject':'X','body':'X','code':'X'}";
        server.willAnswer(200, "[" + hostile(message) + "]");
        assertHarmless(run(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbox show m1", "inbox show m1 --json"})
    void oneMessage(String words) {
        server.willAnswer(
                200, hostile("{'id':'X','sentAt':'X','medium':'X','username':'X','subject':'X','body':'X\\n'}"));
        assertHarmless(run(words));
    }

    @Test
    void whatTheDoctorFinds() {
        server.willAnswer(200, hostile("{'UserPool':{'Name':'X','EmailConfigurationFailure':'X'}}"))
                .willAnswer(400, hostile("{'__type':'ResourceNotFoundException','message':'X'}"));
        assertHarmless(run("doctor --user-pool-id us-east-1_E --client-id c"));
    }

    @Test
    void aToken() {
        String part = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(hostile("{'sub':'X','X':1}").getBytes(StandardCharsets.UTF_8));
        assertHarmless(run("token decode " + part + "." + part + ".s"));
    }

    @Test
    void whatCompletionTellsAboutIdsAndNoNameThatWouldHaveToBeTyped() {
        server.willAnswer(200, hostile("{'UserPools':[{'Id':'us-east-1_a','Name':'X'},{'Id':'X','Name':'n'}]}"));
        Terminal.Result result =
                terminal.run("completion", "described", "cognito-idp", "list-groups", "--user-pool-id", "");
        // A tab stands between the two, for the shell.
        assertHarmless(new Terminal.Result(0, result.out().replaceFirst("\t", " "), result.err()));
        assertThat(result.out().lines()).hasSize(1);
    }

    @Test
    void theTokensAndTheRefusalsOfASignIn() {
        String login = "login --user-pool-id us-east-1_E --client-id c --username jane";
        server.willAnswer(200, hostile("{'AuthenticationResult':{'AccessToken':'X'}}"));
        assertHarmless(run(login));
        server.forgetAnswers();
        server.willAnswer(400, hostile("{'__type':'NotAuthorizedException','message':'X'}"));
        assertHarmless(run(login));
        server.forgetAnswers();
        server.willAnswer(200, hostile("{'ChallengeName':'X'}"));
        assertHarmless(run(login));
    }

    /** As in the AWS command line, version 2. Reference: oauth-config D9. */
    @Test
    void theAnswerToAnOperationIsNotTouched() {
        server.willAnswer(200, hostile("{'UserPools':[{'Id':'us-east-1_a','Name':'X'}]}"));
        assertThat(run("cognito-idp list-user-pools --max-results 1 --output text --query UserPools[0].Name")
                        .out())
                .isEqualTo(HOSTILE + "\n");
    }

    /** JSON with apostrophes for quotes, and X for what is hostile. */
    private static String hostile(String json) {
        return json.replace('\'', '"').replace("X", ESCAPED);
    }
}
