package dev.cognate.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.store.TestStores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a thief of the data folder does not find in it, in any spelling. */
class SecretsAtRestTest {
    private static final String PASSWORD = "Needle-In-The-Haystack-7";

    @TempDir
    Path folder;

    @Test
    void neitherPasswordsNorCodesNorContextsAreReadableInTheDataFolder() throws IOException {
        List<String> secrets = new ArrayList<>(List.of(
                PASSWORD,
                "device-fingerprint-1",
                "198.51.100.77",
                "analytics-endpoint-1",
                "metadata-1",
                "validation-1"));
        try (TestServer server = TestServer.on(TestStores.sqlite(folder), rules -> rules)) {
            TestPool pool = server.pool(
                    "\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("PreSignUp", "CustomMessage"));
            String context = """
                    "Username":"jane","ClientMetadata":{"key":"metadata-1"},\
                    "AnalyticsMetadata":{"AnalyticsEndpointId":"analytics-endpoint-1"},\
                    "UserContextData":{"EncodedData":"device-fingerprint-1","IpAddress":"198.51.100.77"}""";
            pool.call("SignUp", context + """
                    ,"Password":"%s","UserAttributes":[{"Name":"email","Value":"jane@example.com"}],\
                    "ValidationData":[{"Name":"key","Value":"validation-1"}]""".formatted(PASSWORD));
            pool.call("ResendConfirmationCode", context);
            // Six digits alone are found in any megabyte; within the sentence they can only be the message.
            secrets.add("Your confirmation code is");
            assertThat(server.inbox(pool.id(), "jane").getFirst().message().body())
                    .startsWith("Your confirmation code is");
            assertThat(server.function().events())
                    .allSatisfy(event -> assertThat(event)
                            .as("a function learns neither password nor code")
                            .doesNotContain(PASSWORD, pool.code("jane")));
        }

        String found = everything();
        assertThat(found).as("the test looks at the right files").contains("jane@example.com");
        assertThat(secrets).allSatisfy(secret -> assertThat(found).doesNotContain(spellings(secret)));
    }

    /** All bytes of all files, as Latin-1, in which every byte is a character. */
    private String everything() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private static String[] spellings(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        return new String[] {
            secret,
            hex,
            HexFormat.of().withUpperCase().formatHex(bytes),
            Base64.getEncoder().withoutPadding().encodeToString(bytes)
        };
    }
}
