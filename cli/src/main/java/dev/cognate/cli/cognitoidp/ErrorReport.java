package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.configuration.Settings;
import dev.cognate.cli.output.ErrorFormat;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Surroundings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What standard error says when a call went wrong, in the format that is asked for by {@code --cli-error-format}, the
 * variable {@code AWS_CLI_ERROR_FORMAT} or the configuration. Reference: oauth-config D11.
 */
final class ErrorReport {

    private ErrorReport() {}

    /** The report of an error; the words may be the ones that are wrong. */
    static String of(CliError error, List<String> words, Surroundings surroundings) {
        ErrorFormat format = ErrorFormat.of(valueOf(GlobalOption.CLI_ERROR_FORMAT, words));
        if (format == null) {
            format = configured(valueOf(GlobalOption.PROFILE, words), surroundings);
        }
        return format.report(error, Look.of(valueOf(GlobalOption.COLOR, words), surroundings));
    }

    private static ErrorFormat configured(@Nullable String profile, Surroundings surroundings) {
        try {
            Settings settings = new Settings(surroundings.environment(), profile);
            ErrorFormat format = ErrorFormat.of(settings.find("cli_error_format", "AWS_CLI_ERROR_FORMAT"));
            return format == null ? ErrorFormat.ENHANCED : format;
        } catch (CliError unreadable) {
            // Perhaps the very error that is to be reported.
            return ErrorFormat.ENHANCED;
        }
    }

    private static @Nullable String valueOf(GlobalOption option, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals(option.flag()) && i + 1 < words.size()) {
                return words.get(i + 1);
            }
            if (word.startsWith(option.flag() + "=")) {
                return word.substring(option.flag().length() + 1);
            }
        }
        return null;
    }
}
