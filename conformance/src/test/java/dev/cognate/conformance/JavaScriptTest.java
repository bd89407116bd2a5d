package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The AWS SDK for JavaScript, and amazon-cognito-identity-js as applications in browsers use it. The steps are in the scripts.
 * Reference: lifecycle E to H.
 */
@ExtendWith(SharedProgram.class)
class JavaScriptTest {
    @BeforeAll
    static void install() {
        JavaScript.install();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sdk.test.mjs", "identity.test.mjs"})
    void everyStepOfTheScriptSucceeds(String script, Program program) {
        Shell.Result result = Shell.run(
                Map.of("COGNATE_URL", program.url()),
                List.of("node", JavaScript.script(script).toString()));

        assertThat(result.status()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).containsPattern("(?m)^. pass [1-9]").containsPattern("(?m)^. fail 0$");
    }
}
