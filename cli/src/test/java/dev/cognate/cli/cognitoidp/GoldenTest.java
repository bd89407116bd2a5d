package dev.cognate.cli.cognitoidp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.Case;
import dev.cognate.cli.RecordingServer;
import dev.cognate.cli.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
 * prints and sends; where version 2 does otherwise, {@link Differences} has the rule. Operations and members that are
 * younger than the recorded version have cases of their own. With {@code -Dcognate.write=true}, or the name of one file, or
 * {@code own} for the latter, and an AWS command line on the machine they are recorded anew. Reference: oauth-config D15.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    /** What version 1 cannot be asked about, as this program printed and sent it when somebody looked at it last. */
    private static final Path OWN = Path.of("src/test/resources/golden-own");
    /** What is recorded anew: {@code true} for all, the name of one file, or what only this program can do. */
    private static final String WRITTEN = System.getProperty("cognate.write", "");

    private static final String OWN_ONLY = "own";
    /** With what is required, with everything, with an error. */
    private static final int LEAST_CASES = 3;

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
        if (!WRITTEN.isEmpty() && !WRITTEN.equals(OWN_ONLY)) {
            record();
        }
        return cases(FOLDER, one -> check(one, Differences.expected(one)));
    }

    @TestFactory
    Stream<DynamicContainer> own() throws Exception {
        if (!WRITTEN.isEmpty()) {
            write();
        }
        return cases(OWN, one -> check(one, new Differences.Expected(one.exit(), one.out(), one.err(), false)));
    }

    private static Stream<DynamicContainer> cases(Path folder, Consumer<Case> check) {
        return files(folder)
                .map(file -> DynamicContainer.dynamicContainer(
                        file.getFileName().toString(),
                        Case.of(file).stream()
                                .map(one -> DynamicTest.dynamicTest(one.name(), () -> check.accept(one)))));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void thereAreManyAndSomeForEveryOperation() {
        List<Case> recorded =
                files(FOLDER).flatMap(file -> Case.of(file).stream()).toList();
        assertThat(recorded).hasSizeGreaterThan(600);
        Map<String, Long> cases = Stream.of(FOLDER, OWN)
                .flatMap(GoldenTest::files)
                .filter(file -> !file.endsWith("by-hand.txt"))
                .flatMap(file -> Case.of(file).stream())
                .collect(Collectors.groupingBy(Case::name, Collectors.counting()));
        assertThat(cases.keySet()).containsExactlyInAnyOrderElementsOf(new OperationTable().options());
        assertThat(cases).allSatisfy((_, count) -> assertThat(count).isGreaterThanOrEqualTo(LEAST_CASES));
    }

    private void check(Case one, Differences.Expected expected) {
        try (RecordingServer server = serving(one)) {
            Terminal terminal = new Terminal().withHome(home);
            variables(server).forEach(terminal::with);
            Terminal.Result result = terminal.run(words(one).toArray(String[]::new));
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
            Map<String, List<Case>> files = new LinkedHashMap<>(GeneratedCases.recorded());
            files.put("by-hand", Case.of(FOLDER.resolve("by-hand.txt")));
            files.keySet().removeIf(file -> !isWritten(file));
            for (Map.Entry<String, List<Case>> file : files.entrySet()) {
                StringBuilder text = new StringBuilder("# Recorded from the AWS command line, version 1.\n");
                for (Case one : file.getValue()) {
                    text.append('\n').append(GoldenFile.text(recorded(one, aws), "aws"));
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

    private static boolean isWritten(String file) {
        return WRITTEN.equals("true") || WRITTEN.equals(file);
    }

    private void write() throws IOException {
        Map<String, List<Case>> files = new LinkedHashMap<>(GeneratedCases.own());
        files.keySet().removeIf(file -> !WRITTEN.equals(OWN_ONLY) && !isWritten(file));
        for (Map.Entry<String, List<Case>> file : files.entrySet()) {
            StringBuilder text =
                    new StringBuilder("# Written by this program: version 1 of the AWS command line knows no"
                            + " such operation, or other members.\n");
            for (Case one : file.getValue()) {
                text.append('\n').append(GoldenFile.text(done(one), "cognate"));
            }
            Files.writeString(OWN.resolve(file.getKey() + ".txt"), text);
        }
    }

    private Case done(Case one) {
        try (RecordingServer server = serving(one)) {
            Terminal terminal = new Terminal().withHome(home);
            variables(server).forEach(terminal::with);
            Terminal.Result result = terminal.run(words(one).toArray(String[]::new));
            return new Case(
                    one.name(),
                    one.words(),
                    one.answers(),
                    requests(server),
                    anonymous(result.out(), server),
                    anonymous(result.err(), server),
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
