package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.Shape.Member;
import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonReader.Malformed;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Flag;
import dev.cognate.cli.json.PythonText;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Environment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds the request of an operation out of its options: members in the order of the model, then what
 * {@code --cli-input-json} adds. Reference: oauth-config D6, D16.
 */
final class Request {
    private static final String DOCUMENT = "--cli-input-json";

    private final ApiOperation operation;
    private final Environment environment;

    Request(ApiOperation operation, Environment environment) {
        this.operation = operation;
        this.environment = environment;
    }

    /**
     * The request that the options ask for, checked.
     *
     * @throws CliError when a value cannot be read or the request cannot be right
     */
    Entries of(Arguments arguments) {
        boolean rawBytes = "raw-in-base64-out".equals(arguments.global(GlobalOption.CLI_BINARY_FORMAT));
        Map<String, JsonValue> members = fromOptions(arguments, rawBytes);
        addDocument(arguments, members, rawBytes);
        Entries request = new Entries(members);
        ParameterCheck.check(request, operation.input());
        return request;
    }

    private Map<String, JsonValue> fromOptions(Arguments arguments, boolean rawBytes) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (Member member : operation.input().members()) {
            List<String> words = arguments.words(member);
            Boolean toggle = arguments.toggle(member);
            if (words != null) {
                JsonValue value = new OptionValue(member, environment, rawBytes).of(words);
                // An option of bytes has been prepared already: it may come from a file.
                boolean bytes = member.shape() instanceof Shape.Bytes;
                members.put(member.name(), bytes ? value : Blobs.prepared(value, member.shape(), rawBytes));
            } else if (toggle != null) {
                members.put(member.name(), new Flag(toggle));
            }
        }
        return members;
    }

    private void addDocument(Arguments arguments, Map<String, JsonValue> members, boolean rawBytes) {
        String word = arguments.inputJson();
        if (word != null) {
            document(word).members().forEach((name, value) -> {
                Member member = operation.input().member(name);
                members.putIfAbsent(name, member == null ? value : Blobs.prepared(value, member.shape(), rawBytes));
            });
        }
    }

    private Entries document(String word) {
        String content = new ParamFiles(environment, DOCUMENT).content(word);
        try {
            JsonValue document = JsonReader.read(content == null ? word : content);
            if (document instanceof Entries entries) {
                return entries;
            }
            throw CliError.Invalid.parsing(
                    DOCUMENT, "Invalid type: expecting map, received " + PythonText.type(document));
        } catch (Malformed malformed) {
            throw CliError.Invalid.parsing("cli-input-json", "Invalid JSON received.");
        }
    }
}
