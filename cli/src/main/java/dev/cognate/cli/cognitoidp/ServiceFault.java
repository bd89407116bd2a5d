package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.HttpCall.Answer;
import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonReader.Malformed;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.PythonText;
import dev.cognate.cli.terminal.CliError;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error of the service as its answer tells it. Reference: oauth-config A3, D11.
 *
 * @param code the error's name, or the HTTP status of an answer that names none
 * @param message its sentence, empty when there is none
 * @param reasonCode the one further member that an error of this API may have, null when it has none
 */
record ServiceFault(String code, String message, @Nullable String reasonCode) {

    /** The error that an answer tells. */
    static ServiceFault of(Answer answer) {
        String status = Integer.toString(answer.status());
        if (answer.status() >= 500 && (answer.body().isEmpty() || answer.body().startsWith("<html>"))) {
            return new ServiceFault(status, phrase(answer.status()), null);
        }
        try {
            if (!answer.body().isEmpty() && JsonReader.read(answer.body()) instanceof Entries entries) {
                return of(entries, status);
            }
            return new ServiceFault(status, answer.body(), null);
        } catch (Malformed notJson) {
            return new ServiceFault(status, answer.body(), null);
        }
    }

    private static ServiceFault of(Entries entries, String status) {
        String type = entries.text("__type");
        String message = entries.get("message") == null ? entries.text("Message") : entries.text("message");
        return new ServiceFault(
                type == null ? status : bare(type), message == null ? "" : message, reason(entries.get("reasonCode")));
    }

    private static @Nullable String reason(@Nullable JsonValue value) {
        return value == null || value instanceof JsonValue.Nothing ? null : PythonText.of(value);
    }

    /** The name without the namespace before it and the address behind it. */
    private static String bare(String type) {
        int colon = type.indexOf(':');
        String name = colon < 0 ? type : type.substring(0, colon);
        return name.substring(name.lastIndexOf('#') + 1);
    }

    private static String phrase(int status) {
        return switch (status) {
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Unknown";
        };
    }

    /**
     * The error as the command line reports it.
     *
     * @param retries how often the call was repeated before it was given up, null when it was not given up
     */
    CliError error(String operation, @Nullable Integer retries) {
        String reached = retries == null ? "" : " (reached max retries: " + retries + ")";
        Map<String, String> members = reasonCode == null ? Map.of() : Map.of("reasonCode", reasonCode);
        return new CliError.Service(
                "An error occurred (" + code + ") when calling the " + operation + " operation" + reached + ": "
                        + message,
                new CliError.Details(code, message, members));
    }
}
