package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** boto3, where it or the botocore below it is installed. The steps are in the script. Reference: lifecycle E and F,
 * auth 2 to 9, 14 to 20. */
@ExtendWith(SharedProgram.class)
class PythonTest {
    @BeforeAll
    static void look() {
        Installed.require(Shell.has("python3"), "python3 is not on the PATH: the tests of boto3 are left out");
        Shell.Result imported = Shell.run(Map.of(), List.of("python3", "-c", "import botocore"));
        Installed.require(imported.status() == 0, "python3 has neither boto3 nor botocore: their tests are left out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users_test.py", "signin_test.py"})
    void everyStepOfTheScriptSucceeds(String name, Program program) {
        String script = Installed.folder("python").resolve(name).toString();

        Shell.Result result =
                Shell.run(Map.of("COGNATE_URL", program.url(), "PYTHONUTF8", "1"), List.of("python3", script));

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.err()).containsPattern("Ran [1-9]\\d* tests").contains("OK");
    }
}
