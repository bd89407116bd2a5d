package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.configuration.Settings;
import dev.cognate.cli.json.PythonText;
import dev.cognate.cli.terminal.CliError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often a request is sent. Reference: oauth-config A9, D13.
 *
 * @param attempts at most so many times
 * @param afterLimits whether a reached limit of the service ({@code LimitExceededException}) is worth another attempt
 */
record RetryRule(int attempts, boolean afterLimits) {
    private static final String LEGACY = "legacy";
    private static final List<String> MODES = List.of(LEGACY, "standard", "adaptive");

    /**
     * The rule that is set: three attempts, five in the mode {@code legacy}, or as many as somebody wants.
     *
     * @throws CliError.General when what is set is no mode or no number
     */
    static RetryRule of(Settings settings) {
        String mode = settings.find("retry_mode", "AWS_RETRY_MODE");
        if (mode != null && !MODES.contains(mode)) {
            throw new CliError.General("Invalid value provided to \"mode\": \"" + mode
                    + "\" must be one of: \"legacy\", \"standard\", \"adaptive\"");
        }
        boolean legacy = LEGACY.equals(mode);
        return new RetryRule(attempts(settings, legacy ? 5 : 3), !legacy);
    }

    private static int attempts(Settings settings, int usual) {
        @Nullable String configured = settings.find("max_attempts", "AWS_MAX_ATTEMPTS");
        if (configured == null) {
            return usual;
        }
        String digits = PythonText.integer(configured);
        if (digits == null || digits.length() > 9 || Integer.parseInt(digits) < 1) {
            throw new CliError.General("Invalid value for AWS_MAX_ATTEMPTS: " + configured);
        }
        return Integer.parseInt(digits);
    }
}
