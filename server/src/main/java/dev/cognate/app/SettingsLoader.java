package dev.cognate.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Gathers settings: flags go before the environment, the environment before the file, the file before the presets. An
 * unknown name is an error everywhere, since it is most likely a known one misspelt.
 */
final class SettingsLoader {
    /** Variables of the launcher scripts and of the client's commands, which are no settings of the server. */
    private static final Set<String> NOT_OURS = Set.of(
            "COGNATE_JAVA_HOME",
            "COGNATE_JAVA_OPTIONS",
            "COGNATE_SERVER_COMMAND",
            "COGNATE_NO_BUILD",
            "COGNATE_CLIENT_SECRET",
            "COGNATE_PASSWORD");

    private final Map<Setting, String> values = new EnumMap<>(Setting.class);
    private final Map<Setting, Map<String, String>> maps = new EnumMap<>(Setting.class);

    private SettingsLoader() {}

    /**
     * Loads the settings.
     *
     * @param flags what was said on the command line, by name
     * @param mapFlags the flags that were given for several names
     * @param environment the environment
     * @param file the file, null for none
     * @throws SettingsError a name is unknown or a value cannot be used
     */
    static ServerSettings load(
            Map<String, String> flags,
            Map<String, Map<String, String>> mapFlags,
            Map<String, String> environment,
            @Nullable Path file) {
        SettingsLoader loader = new SettingsLoader();
        if (file != null) {
            loader.file(file);
        }
        loader.environment(environment);
        flags.forEach((key, value) -> loader.values.put(setting(key, "--" + key), value));
        mapFlags.forEach((key, entries) -> loader.put(setting(key, "--" + key), entries));
        return new ServerSettings(loader.values, loader.maps);
    }

    private void put(Setting setting, Map<String, String> entries) {
        maps.computeIfAbsent(setting, _ -> new LinkedHashMap<>()).putAll(entries);
    }

    private void environment(Map<String, String> environment) {
        Map<String, Setting> variables = new HashMap<>();
        for (Setting setting : Setting.values()) {
            variables.put(setting.variable(), setting);
        }
        environment.forEach((name, value) -> {
            Setting setting = variables.get(name);
            if (setting != null && setting.isMap()) {
                put(setting, entries(name, value));
            } else if (setting != null) {
                values.put(setting, value);
            } else if (name.startsWith("COGNATE_") && !NOT_OURS.contains(name)) {
                throw unknown(name, name, variables.keySet().stream());
            }
        });
    }

    /** Several entries in one variable: {@code name=value}, separated by blanks. */
    private static Map<String, String> entries(String variable, String text) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String entry : text.strip().split("\\s+", -1)) {
            int equals = entry.indexOf('=');
            if (equals < 1) {
                throw new SettingsError(variable + ": expected name=value, separated by blanks, and found: " + entry);
            }
            entries.put(entry.substring(0, equals), entry.substring(equals + 1));
        }
        return entries;
    }

    private void file(Path file) {
        Object loaded;
        try {
            loaded = new Load(LoadSettings.builder().setLabel(file.toString()).build())
                    .loadFromString(Files.readString(file));
        } catch (IOException unreadable) {
            throw new SettingsError("The file " + file + " cannot be read: " + unreadable.getMessage());
        } catch (YamlEngineException malformed) {
            throw new SettingsError("The file " + file + " is not YAML: " + malformed.getMessage());
        }
        if (loaded instanceof Map<?, ?> tree) {
            branch("", tree, file);
        } else if (loaded != null) {
            throw new SettingsError("The file " + file + " should hold names and values, such as: port: 2646");
        }
    }

    private void branch(String prefix, Map<?, ?> tree, Path file) {
        tree.forEach((name, value) -> {
            String key = prefix + name;
            switch (value) {
                case Map<?, ?> entries when isMap(key) -> put(setting(key, file + ": " + key), strings(entries));
                case Map<?, ?> branch -> branch(key + ".", branch, file);
                case null -> setting(key, file + ": " + key);
                case List<?> _ -> throw new SettingsError(file + ": " + key + " takes one value, not a list");
                case Object leaf -> values.put(setting(key, file + ": " + key), text(leaf));
            }
        });
    }

    /** YAML reads {@code on} and {@code yes} as they are written, and {@code true} as a boolean. */
    private static String text(Object leaf) {
        return leaf.toString();
    }

    private static boolean isMap(String key) {
        return Stream.of(Setting.values())
                .anyMatch(setting -> setting.isMap() && setting.key().equals(key));
    }

    private static Map<String, String> strings(Map<?, ?> entries) {
        Map<String, String> strings = new LinkedHashMap<>();
        entries.forEach((name, value) -> strings.put(String.valueOf(name), String.valueOf(value)));
        return strings;
    }

    private static Setting setting(String key, String source) {
        for (Setting setting : Setting.values()) {
            if (setting.key().equals(key)) {
                return setting;
            }
        }
        throw unknown(source, key, Stream.of(Setting.values()).map(Setting::key));
    }

    private static SettingsError unknown(String source, String name, Stream<String> known) {
        return new SettingsError(source + " is no setting. Did you mean " + Nearest.of(name, known)
                + "? `cognate serve --help` lists all.");
    }
}
