package dev.cognate.cli.prompt;

import dev.cognate.cli.configuration.Settings;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Environment;
import dev.cognate.cli.terminal.Surroundings;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether commands are completed in a line editor before they run. Reference: oauth-config D13, D14. */
public enum PromptMode {
    /** Never. */
    OFF,
    /** Always, because an option says so. */
    DEMANDED,
    /** Wherever there is a terminal, because a variable or the configuration says so. */
    ON,
    /** Only when the words are wrong. */
    ON_PARTIAL;

    /** The option that asks for the editor. */
    static final String OPTION = "--cli-auto-prompt";

    private static final String COMPLETION = "completion";
    private static final String OPPOSITE = "--no-cli-auto-prompt";
    private static final List<String> NEVER = List.of("help", "--help", "-h", "--version");

    /**
     * The mode for these words.
     *
     * @throws CliError.Invalid when the options contradict each other
     */
    public static PromptMode of(List<String> words, Surroundings surroundings) {
        if (!words.isEmpty() && words.getFirst().equals(COMPLETION)) {
            // Words that a shell hands over are another command's.
            return OFF;
        }
        boolean demanded = words.contains(OPTION);
        boolean refused = words.contains(OPPOSITE);
        if (demanded && refused) {
            throw CliError.Invalid.parameter(
                    "Both " + OPTION + " and " + OPPOSITE + " cannot be specified at the same time.");
        }
        if (refused || words.stream().anyMatch(NEVER::contains)) {
            return OFF;
        }
        if (demanded) {
            return DEMANDED;
        }
        // Without a terminal the configuration need not even be read: scripts go on as ever.
        return surroundings.screen() == null ? OFF : configured(setting(words, surroundings.environment()));
    }

    private static PromptMode configured(@Nullable String setting) {
        return switch (setting == null ? "off" : setting.toLowerCase(Locale.ROOT)) {
            case "on" -> ON;
            case "on-partial" -> ON_PARTIAL;
            // As the AWS command line does with a word that it does not know.
            default -> OFF;
        };
    }

    private static @Nullable String setting(List<String> words, Environment environment) {
        int at = words.indexOf("--profile");
        String profile = at < 0 || at + 1 >= words.size() ? null : words.get(at + 1);
        try {
            return new Settings(environment, profile).find("cli_auto_prompt", "AWS_CLI_AUTO_PROMPT");
        } catch (CliError unreadable) {
            // The command itself will say so.
            return null;
        }
    }
}
