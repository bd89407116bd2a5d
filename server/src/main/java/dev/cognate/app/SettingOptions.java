package dev.cognate.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
     * The settings that apply. Those of a command above hold for the one below it, which may say otherwise.
     *
     * @throws SettingsError one of them cannot be used
     */
    static ServerSettings settings(ParseResult parsed) {
        Map<String, String> flags = new HashMap<>();
        Map<String, Map<String, String>> mapFlags = new HashMap<>();
        @Nullable Path file = null;
        for (ParseResult command : fromTheTop(parsed)) {
            gather(command, flags, mapFlags);
            file = command.matchedOptionValue(CONFIG, file);
        }
        return SettingsLoader.load(flags, mapFlags, System.getenv(), file == null ? usualFile() : file);
    }

    private static Deque<ParseResult> fromTheTop(ParseResult parsed) {
        Deque<ParseResult> commands = new ArrayDeque<>(List.of(parsed));
        for (CommandSpec above = parsed.commandSpec().parent(); above != null; above = above.parent()) {
            commands.addFirst(above.commandLine().getParseResult());
        }
        return commands;
    }

    private static void gather(
            ParseResult parsed, Map<String, String> flags, Map<String, Map<String, String>> mapFlags) {
        for (Setting setting : Setting.values()) {
            String option = "--" + setting.key();
            if (!isGiven(setting, parsed)) {
                continue;
            }
            if (setting.isMap()) {
                mapFlags.computeIfAbsent(setting.key(), _ -> new LinkedHashMap<>())
                        .putAll(parsed.matchedOptionValue(option, Map.of()));
            } else {
                flags.put(setting.key(), parsed.matchedOptionValue(option, ""));
            }
        }
    }

    /** A command may have an option of its own by that name. */
    private static boolean isGiven(Setting setting, ParseResult parsed) {
        OptionSpec given = parsed.matchedOption("--" + setting.key());
        return given != null && setting.equals(given.userObject());
    }

    private static @Nullable Path usualFile() {
        return Files.exists(USUAL_FILE) ? USUAL_FILE : null;
    }
}
