package dev.cognate.app;

import dev.cognate.triggers.LocalCode;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was set about functions. */
final class FunctionSettings {
    private final ServerSettings settings;

    FunctionSettings(ServerSettings settings) {
        this.settings = settings;
    }

    /** Reads every setting once. */
    void check() {
        urls();
        local();
    }

    /** Functions behind HTTP endpoints. */
    Map<String, URI> urls() {
        Map<String, URI> triggers = new LinkedHashMap<>();
        settings.entries(Setting.TRIGGER).forEach((arn, where) -> {
            if (localCode(where) == null) {
                triggers.put(functionArn(arn), ServerSettings.url(Setting.TRIGGER, where));
            }
        });
        return triggers;
    }

    /** Functions whose code is on this machine. */
    Map<String, LocalCode> local() {
        Map<String, LocalCode> functions = new LinkedHashMap<>();
        settings.entries(Setting.TRIGGER).forEach((arn, where) -> {
            LocalCode code = localCode(where);
            if (code != null) {
                functions.put(functionArn(arn), code);
            }
        });
        return functions;
    }

    /** The folder of the functions' logs. */
    Path logs() {
        return settings.data().resolve("functions");
    }

    /**
     * Variables with which the AWS SDKs in a function find this server, where it is known before it listens, so that a
     * function decrypts codes and changes users here without configuration.
     */
    Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        int port = settings.port(Setting.PORT);
        if (port != 0) {
            String address = ServerSettings.isLoopback(settings.text(Setting.ADDRESS))
                    ? settings.text(Setting.ADDRESS)
                    : "127.0.0.1";
            String url = "http://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
            variables.put("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", url);
            if (!settings.uses(Setting.KMS_ENDPOINT)) {
                variables.put("AWS_ENDPOINT_URL_KMS", url);
            }
        }
        if (!settings.verifiesSignatures()) {
            variables.put("AWS_ACCESS_KEY_ID", "cognate");
            variables.put("AWS_SECRET_ACCESS_KEY", "cognate");
        }
        return variables;
    }

    /** Where each function is that was set, as it was set. */
    Map<String, String> places() {
        return settings.entries(Setting.TRIGGER);
    }

    /** Where a function runs, for operators. */
    String placeOf(String arn) {
        String usual = settings.uses(Setting.LAMBDA_ENDPOINT)
                ? "Lambda API " + settings.text(Setting.LAMBDA_ENDPOINT)
                : "runs nowhere";
        return places().getOrDefault(arn, usual);
    }

    private static String functionArn(String arn) {
        if (!arn.startsWith("arn:")) {
            throw ServerSettings.unusable(Setting.TRIGGER, arn, "set for the ARN of a function");
        }
        return arn;
    }

    private static @Nullable LocalCode localCode(String where) {
        try {
            return LocalCode.of(where);
        } catch (IllegalArgumentException form) {
            throw ServerSettings.unusable(Setting.TRIGGER, where, String.valueOf(form.getMessage()));
        }
    }
}
