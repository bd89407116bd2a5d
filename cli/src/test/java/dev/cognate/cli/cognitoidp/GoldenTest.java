package dev.cognate.cli.cognitoidp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.Case;
import dev.cognate.cli.RecordingServer;
import dev.cognate.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the AWS command line, version 1, prints and sends, as it was recorded from the real one, against what this program
 * prints and sends; where version 2 does otherwise, {@link Differences} has the rule. With {@code -Dcognate.write=true}
 * and an AWS command line on the machine the files are recorded anew. Reference: oauth-config D15.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @TempDir
    private Path home;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(home.resolve("context.json"), "{\"IpAddress\":\"192.0.2.7\"}\n");
        Files.writeString(home.resolve("name"), "jane\n");
        Files.write(home.resolve("image"), new byte[] {0, (byte) 0xff, 1});
        Files.createDirectory(home.resolve(".aws"));
        // Version 1 prints times as they come and takes bytes as they are; version 2 does so when it is told to.
        Files.writeString(
                home.resolve(".aws/config"),
                "[default]\ncli_timestamp_format = wire\ncli_binary_format = raw-in-base64-out\n");
    }

    @TestFactory
    Stream<DynamicContainer> recorded() throws Exception {
        if (Boolean.getBoolean("cognate.write")) {
            record();
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicContainer.dynamicContainer(
                            file.getFileName().toString(),
                            Case.of(file).stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)))));
        }
    }

    @Test
    void thereAreManyAndForEveryOperation() throws IOException {
        int cases = 0;
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                cases += Case.of(file).size();
            }
        }
        assertThat(cases).isGreaterThan(600);
        List<String> recorded =
                Case.of(FOLDER.resolve("errors.txt")).stream().map(Case::name).toList();
        List<String> known = new OperationTable()
                .options().stream()
                        .filter(option -> !GeneratedCases.YOUNGER.contains(option))
                        .toList();
        assertThat(recorded).containsExactlyElementsOf(known);
    }

    private void check(Case one) {
        try (RecordingServer server = serving(one)) {
            Terminal terminal = new Terminal().withHome(home);
            variables(server).forEach(terminal::with);
            Terminal.Result result = terminal.run(words(one).toArray(String[]::new));
            Differences.Expected expected = Differences.expected(one);
            String err = anonymous(result.err(), server);
            if (expected.isBeginning()) {
                assertThat(err).startsWith(expected.err());
            } else {
                assertThat(err).isEqualTo(expected.err());
            }
            assertThat(lines(anonymous(result.out(), server))).isEqualTo(expected.out());
            assertThat(result.status()).isEqualTo(expected.status());
            assertThat(requests(server)).isEqualTo(one.request());
        }
    }

    private void record() throws Exception {
        try (AwsCommandLine aws = AwsCommandLine.find()) {
            assertThat(aws).as("an AWS command line on this machine").isNotNull();
            Map<String, List<Case>> files = new LinkedHashMap<>(GeneratedCases.all());
            files.put("by-hand", Case.of(FOLDER.resolve("by-hand.txt")));
            for (Map.Entry<String, List<Case>> file : files.entrySet()) {
                StringBuilder text = new StringBuilder("# Recorded from the AWS command line, version 1.\n");
                for (Case one : file.getValue()) {
                    text.append('\n').append(GoldenFile.text(recorded(one, aws)));
                }
                Files.writeString(FOLDER.resolve(file.getKey() + ".txt"), text);
            }
        }
    }

    private Case recorded(Case one, AwsCommandLine aws) throws Exception {
        try (RecordingServer server = serving(one)) {
            Map<String, String> variables = new LinkedHashMap<>(variables(server));
            variables.put("HOME", home.toString());
            variables.put("AWS_CONFIG_FILE", "/nonexistent");
            variables.put("PYTHONUTF8", "1");
            AwsCommandLine.Result result = aws.run(words(one), variables, home);
            return new Case(
                    one.name(),
                    one.words(),
                    one.answers(),
                    requests(server),
                    anonymous(result.out(), server),
                    Differences.withoutUsage(anonymous(result.err(), server)),
                    result.status());
        }
    }

    private static RecordingServer serving(Case one) {
        RecordingServer server = new RecordingServer();
        for (String answer : one.answers()) {
            int space = answer.indexOf(' ');
            server.willAnswer(
                    Integer.parseInt(space < 0 ? answer : answer.substring(0, space)),
                    space < 0 ? "" : answer.substring(space + 1));
        }
        return server;
    }

    private static Map<String, String> variables(RecordingServer server) {
        return Map.of(
                "AWS_ENDPOINT_URL", server.address(),
                "AWS_DEFAULT_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_RETRY_MODE", "standard",
                "AWS_EC2_METADATA_DISABLED", "true");
    }

    private List<String> words(Case one) {
        return one.words().stream()
                .map(word -> word.replace("%HOME%", home.toString()))
                .toList();
    }

    /** A file of cases has whole lines only. */
    private static String lines(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }

    private static String requests(RecordingServer server) {
        return server.requests().stream()
                .map(request -> request.header("X-amz-target").replace("AWSCognitoIdentityProviderService.", "") + " "
                        + request.body())
                .collect(Collectors.joining("\n"));
    }

    private String anonymous(String text, RecordingServer server) {
        return text.replace(server.address(), "%ENDPOINT%").replace(home.toString(), "%HOME%");
    }
}
