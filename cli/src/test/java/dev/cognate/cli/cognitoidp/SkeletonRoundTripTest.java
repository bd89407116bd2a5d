package dev.cognate.cli.cognitoidp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.RecordingServer;
import dev.cognate.cli.Terminal;
import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Decimal;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Flag;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Nothing;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonValue.Whole;
import dev.cognate.cli.json.JsonWriter;
import dev.cognate.wire.Fault;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.OperationModel;
import dev.cognate.wire.model.Operations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sample of every operation, filled in, is a request that the server's own decoder accepts: as it was printed as
 * JSON and as YAML, read again and sent. Reference: oauth-config D6, D7.
 */
class SkeletonRoundTripTest {
    /** What a blank may be filled with; the decoder says of which kind it wants one. */
    private static final List<String> WORDS = List.of(
            "jane",
            "us-east-1_abc123",
            "123456",
            "https://example.com/a",
            "arn:aws:iam::123456789012:role/service-role/cognito",
            "abcdefghijklmnopqrstuvwxyz",
            "jane@example.com",
            "us-east-1",
            "openid",
            "COGNITO",
            "terms-of-use",
            "cognito:english",
            "12345678-1234-4234-8234-123456789012",
            "import-abc",
            "arn:aws:s3:::bucket",
            "The code is {####}, {username}",
            "us-east-1_12345678-1234-1234-1234-123456789012",
            "Your code is {####}");

    private static final List<String> NUMBERS = List.of("1", "8", "5", "60", "3600", "0");
    private static final Pattern AT = Pattern.compile(" at '([^']+)' failed");

    /** Which word each blank has, by its path. */
    private final Map<String, Integer> chosen = new HashMap<>();

    static Stream<Named<OperationModel<?, ?>>> operations() {
        return Operations.ALL.stream().map(model -> Named.of(model.name(), model));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aFilledSampleIsAcceptedByTheServersDecoder(OperationModel<?, ?> model) throws Exception {
        String option = option(model.name());
        String sample = new Terminal()
                .run("cognito-idp", option, "--generate-cli-skeleton")
                .out();
        Entries filled = accepted(model, JsonReader.read(sample));
        try (RecordingServer server = new RecordingServer().willAnswer(200, "{}")) {
            Terminal terminal = new Terminal().with("AWS_ENDPOINT_URL", server.address());
            Terminal.Result result = terminal.run(
                    "cognito-idp", option, "--no-paginate", "--cli-input-json", JsonWriter.compact(filled));
            assertThat(result.err()).isEmpty();
            String sent = server.requests().getFirst().body();
            assertThat(JsonReader.read(sent)).isEqualTo(filled);
            assertThat(terminal.run("cognito-idp", option, "--no-paginate", "--cli-input-yaml", sent)
                            .err())
                    .isEmpty();
            assertThat(server.requests().getLast().body()).isEqualTo(sent);
        }
    }

    /** The sample with its blanks filled until the decoder is content. */
    private Entries accepted(OperationModel<?, ?> model, JsonValue sample) {
        String complaint = "";
        for (int round = 0; round < 60; round++) {
            Entries filled = (Entries) filled(sample, "");
            try {
                JsonInput.decode(JsonWriter.compact(filled).getBytes(StandardCharsets.UTF_8), model.input());
                return filled;
            } catch (Fault refused) {
                complaint = String.valueOf(refused.getMessage());
                Matcher at = AT.matcher(complaint);
                List<String> paths = new ArrayList<>();
                while (at.find()) {
                    paths.add(at.group(1));
                }
                paths.stream().distinct().forEach(path -> chosen.merge(path.toLowerCase(Locale.ROOT), 1, Integer::sum));
            }
        }
        throw new AssertionError(model.name() + ": " + complaint);
    }

    private JsonValue filled(JsonValue value, String path) {
        // The server calls this one member otherwise in its complaints, as AWS does.
        String known = path.replace(".InviteMessageTemplate.", ".inviteMessage.");
        int choice = chosen.getOrDefault(known.toLowerCase(Locale.ROOT), 0);
        return switch (value) {
            case Text(String text) -> text.isEmpty() ? new Text(WORDS.get(choice % WORDS.size())) : value;
            case Whole _ -> new Whole(NUMBERS.get(choice % NUMBERS.size()));
            case Nothing _ -> new Text("YWJj");
            case Decimal _, Flag _ -> value;
            case Items(List<JsonValue> values) -> new Items(List.of(filled(values.getFirst(), path + ".1.member")));
            case Entries(Map<String, JsonValue> members) -> {
                Map<String, JsonValue> all = new LinkedHashMap<>();
                members.forEach((name, member) -> all.put(
                        path.equals("Links") ? "cognito:english" : name,
                        filled(member, path.isEmpty() ? name : path + "." + name)));
                yield new Entries(all);
            }
        };
    }

    private static String option(String name) {
        OperationTable table = new OperationTable();
        return table.options().stream()
                .filter(option ->
                        Objects.requireNonNull(table.find(option)).name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
