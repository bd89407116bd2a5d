package dev.cognate.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The settings as options of a command. */
final class SettingOptions {
    private static final String CONFIG = "--config";
    private static final Path USUAL_FILE = Path.of("cognate.yaml");

    private SettingOptions() {}

    /** Gives a command an option for each setting. */
    static void addTo(CommandSpec command) {
        for (Setting setting : Setting.values()) {
            OptionSpec.Builder option = OptionSpec.builder("--" + setting.key())
                    .paramLabel("<" + setting.form() + ">")
                    .userObject(setting)
                    .description(setting.help() + preset(setting));
            command.addOption(
                    setting.isMap()
                            ? option.type(Map.class)
                                    .auxiliaryTypes(String.class, String.class)
                                    .build()
                            : option.type(String.class).build());
        }
        command.addOption(OptionSpec.builder(CONFIG)
                .type(Path.class)
                .paramLabel("<file>")
                .description("A YAML file with settings; by default cognate.yaml, where it exists.")
                .build());
    }

    private static String preset(Setting setting) {
        // Two signs make one: picocli fills variables in.
        return setting.preset().isEmpty() ? "" : " Default: " + setting.preset().replace("%", "%%") + ".";
    }

    /**
     * The settings that apply.
     *
     * @throws SettingsError one of them cannot be used
     */
    static ServerSettings settings(ParseResult parsed) {
        Map<String, String> flags = new HashMap<>();
        Map<String, Map<String, String>> mapFlags = new HashMap<>();
        for (Setting setting : Setting.values()) {
            String option = "--" + setting.key();
            if (!isGiven(setting, parsed)) {
                continue;
            }
            if (setting.isMap()) {
                mapFlags.put(setting.key(), parsed.matchedOptionValue(option, Map.of()));
            } else {
                flags.put(setting.key(), parsed.matchedOptionValue(option, ""));
            }
        }
        return SettingsLoader.load(flags, mapFlags, System.getenv(), file(parsed));
    }

    /** A command may have an option of its own by that name. */
    private static boolean isGiven(Setting setting, ParseResult parsed) {
        OptionSpec given = parsed.matchedOption("--" + setting.key());
        return given != null && setting.equals(given.userObject());
    }

    private static @Nullable Path file(ParseResult parsed) {
        Path named = parsed.matchedOptionValue(CONFIG, null);
        if (named != null) {
            return named;
        }
        return Files.exists(USUAL_FILE) ? USUAL_FILE : null;
    }
}
