package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The AWS SDK for JavaScript, and amazon-cognito-identity-js as applications in browsers use it. The steps are in the scripts;
 * npm installs the libraries beside the copy of them under {@code target}. Reference: lifecycle E and F.
 */
@ExtendWith(SharedProgram.class)
class JavaScriptTest {
    private static final Path FOLDER = Installed.folder("javascript");

    @BeforeAll
    static void install() throws IOException {
        Installed.require(
                Shell.has("node") && Shell.has("npm"),
                "Node.js and npm are not on the PATH: the tests of the JavaScript clients are left out");
        if (!isInstalled()) {
            Shell.Result npm = Shell.run(
                    Map.of(),
                    List.of(
                            "npm",
                            "ci",
                            "--prefix",
                            FOLDER.toString(),
                            "--ignore-scripts",
                            "--no-audit",
                            "--no-fund",
                            "--prefer-offline",
                            // Two attempts, a second apart: without a network the default waits for minutes.
                            "--fetch-retries=1",
                            "--fetch-retry-mintimeout=1000"));
            Installed.require(
                    npm.status() == 0,
                    "npm could not install the JavaScript clients: their tests are left out\n" + npm.err());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sdk.test.mjs", "identity.test.mjs"})
    void everyStepOfTheScriptSucceeds(String script, Program program) {
        Shell.Result result = Shell.run(
                Map.of("COGNATE_URL", program.url()),
                List.of("node", FOLDER.resolve(script).toString()));

        assertThat(result.status()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).containsPattern("(?m)^. pass [1-9]").containsPattern("(?m)^. fail 0$");
    }

    /** npm leaves its own copy of the lock file where it has finished. */
    private static boolean isInstalled() throws IOException {
        Path lock = FOLDER.resolve("package-lock.json");
        Path installed = FOLDER.resolve("node_modules/.package-lock.json");
        return Files.exists(installed)
                && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(lock)) > 0;
    }
}
