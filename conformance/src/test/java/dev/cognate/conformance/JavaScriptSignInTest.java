package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Signing in through the clients of browsers and of Node.js: amazon-cognito-identity-js, AWS Amplify with a
 * passkey provider in software, and aws-jwt-verify for what comes of it. The steps are in the scripts. Reference: auth 2 to 9,
 * 14 to 21, 25.
 */
class JavaScriptSignInTest {
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:challenge";

    @TempDir
    private static Path folder;

    private static Program program;

    @BeforeAll
    static void start() {
        JavaScript.install();
        program = Program.start(
                folder,
                // The first event waits for Node.js: on a busy machine longer than the service's five seconds.
                "--trigger-timeout",
                "30",
                "--trigger",
                FUNCTION + "=node:" + JavaScript.script("challenge.mjs"));
    }

    @AfterAll
    static void stop() {
        if (program != null) {
            program.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity.signin.test.mjs", "amplify.test.mjs", "tokens.jwt.test.mjs"})
    void everyStepOfTheScriptSucceeds(String script) {
        succeeds(program, script, "own");
    }

    /** Reference: auth 14.1. */
    @Test
    void tokensWithTheIssuerOfTheServiceAreAcceptedByWhatWasMadeForIt(@TempDir Path data) {
        try (Program likeTheService = Program.start(data, "--issuer", "aws")) {
            succeeds(likeTheService, "tokens.jwt.test.mjs", "aws");
        }
    }

    private static void succeeds(Program server, String script, String issuer) {
        Shell.Result result = Shell.run(
                Map.of("COGNATE_URL", server.url(), "FUNCTION", FUNCTION, "ISSUER", issuer),
                List.of("node", JavaScript.script(script).toString()));

        assertThat(result.status()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).containsPattern("(?m)^. pass [1-9]").containsPattern("(?m)^. fail 0$");
    }
}
