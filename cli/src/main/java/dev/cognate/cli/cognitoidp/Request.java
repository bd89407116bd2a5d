package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.CommandOption.Document;
import dev.cognate.cli.cognitoidp.Shape.Member;
import dev.cognate.cli.configuration.Settings;
import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Flag;
import dev.cognate.cli.json.PythonText;
import dev.cognate.cli.json.YamlReader;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Environment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds the request of an operation out of its options: members in the order of the model, then what
 * a document adds ({@code --cli-input-json}, {@code --cli-input-yaml}). Reference: oauth-config D6, D16.
 */
final class Request {
    private final ApiOperation operation;
    private final Settings settings;
    private final Environment environment;

    Request(ApiOperation operation, Settings settings) {
        this.operation = operation;
        this.settings = settings;
        this.environment = settings.environment();
    }

    /**
     * The request that the options ask for, checked.
     *
     * @throws CliError when a value cannot be read or the request cannot be right
     */
    Entries of(Arguments arguments) {
        String option = arguments.global(GlobalOption.CLI_BINARY_FORMAT);
        String form = option != null ? option : settings.ofProfile("cli_binary_format");
        boolean rawBytes = "raw-in-base64-out".equals(form);
        Map<String, JsonValue> members = fromOptions(arguments, rawBytes);
        addDocument(arguments, members, rawBytes);
        Entries request = new SecretHashes(members, secret(arguments)).fill();
        ParameterCheck.check(request, operation.input());
        return request;
    }

    /** The secret of the app client: the option, or the file that it names, or a variable. */
    private @Nullable String secret(Arguments arguments) {
        String option = arguments.clientSecret();
        if (option == null) {
            return environment.first("COGNATE_CLIENT_SECRET");
        }
        String content = new ParamFiles(environment, "--client-secret").content(option);
        return content == null ? option : content.strip();
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
        if (arguments.documents().size() > 1) {
            throw CliError.Invalid.parameter("Only one --cli-input- parameter may be specified.");
        }
        arguments
                .documents()
                .forEach((language, word) -> document(language, word).members().forEach((name, value) -> {
                    Member member = operation.input().member(name);
                    members.putIfAbsent(name, member == null ? value : Blobs.prepared(value, member.shape(), rawBytes));
                }));
    }

    private Entries document(Document language, String word) {
        String content = new ParamFiles(environment, language.flag()).content(word);
        JsonValue document = read(language, content == null ? word : content);
        if (document instanceof Entries entries) {
            return entries;
        }
        throw CliError.Invalid.parsing(
                language.flag(), "Invalid type: expecting map, received " + PythonText.type(document));
    }

    private static JsonValue read(Document language, String text) {
        try {
            return switch (language) {
                case JSON -> JsonReader.read(text);
                case YAML -> YamlReader.read(text);
            };
        } catch (JsonReader.Malformed malformed) {
            throw CliError.Invalid.parsing("cli-input-json", "Invalid JSON received.");
        } catch (YamlReader.Malformed malformed) {
            throw CliError.Invalid.parsing("cli-input-yaml", "Invalid YAML received.");
        }
    }
}
