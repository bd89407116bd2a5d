package dev.cognate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every case of the text files in {@code cases}: command line in, request, output, complaint and exit status out. */
class CasesTest {
    private static final String USAGE = """
            usage: cognate [options] <command> <subcommand> [<subcommand> ...] [parameters]
            To see help text, you can run:

              cognate help
              cognate <command> help
              cognate <command> <subcommand> help
            """;

    @TempDir
    private Path home;

    @TestFactory
    Stream<DynamicContainer> cases() throws IOException {
        Files.writeString(home.resolve("context.json"), "{\"IpAddress\":\"192.0.2.7\"}\n");
        Files.write(home.resolve("image"), new byte[] {0, (byte) 0xff, 1});
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/cases"))) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicContainer.dynamicContainer(
                            file.getFileName().toString(),
                            Case.of(file).stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)))));
        }
    }

    private void check(Case one) {
        try (RecordingServer server = new RecordingServer()) {
            for (String answer : one.answers()) {
                int space = answer.indexOf(' ');
                int status = Integer.parseInt(space < 0 ? answer : answer.substring(0, space));
                server.willAnswer(status, space < 0 ? "" : answer.substring(space + 1));
            }
            Terminal terminal = new Terminal()
                    .withHome(home)
                    .with("AWS_ENDPOINT_URL", server.address())
                    .with("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE")
                    .with("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI");
            Terminal.Result result = terminal.run(one.words().toArray(String[]::new));
            assertThat(result.err()).isEqualTo(expected(one.err(), server.address()));
            assertThat(result.out()).isEqualTo(expected(one.out(), server.address()));
            assertThat(result.status()).isEqualTo(one.exit());
            assertThat(last(server.requests())).isEqualTo(one.request());
        }
    }

    private static String expected(String text, String address) {
        return text.replace("%USAGE%\n", USAGE).replace("%ENDPOINT%", address);
    }

    private static String last(List<RecordingServer.Request> requests) {
        if (requests.isEmpty()) {
            return "";
        }
        RecordingServer.Request request = requests.getLast();
        return request.header("X-amz-target").replace("AWSCognitoIdentityProviderService.", "") + " " + request.body();
    }
}
