package dev.cognate.app;

import dev.cognate.app.ServerSettings.Secret;
import dev.cognate.codes.CodeLimits;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What has been set, key by key, and how it is read. An empty text counts as not set. */
final class SettingValues {
    private final Map<String, String> values;

    private SettingValues(Map<String, String> values) {
        this.values = values;
    }

    /** What the three sources set; the first one wins. */
    static SettingValues of(Map<String, String> flags, Map<String, String> environment, @Nullable Path file) {
        Map<String, String> values = new HashMap<>();
        if (file != null) {
            read(file, values);
        }
        environment.forEach((variable, value) -> {
            String key = SettingKeys.ofVariable(variable);
            if (key != null) {
                values.put(key, value);
            }
        });
        flags.forEach((key, value) -> {
            SettingKeys.require(key, "--" + key);
            values.put(key, value);
        });
        return new SettingValues(values);
    }

    private static void read(Path file, Map<String, String> values) {
        // Every value is a text: 0123 keeps its zero, and a password that looks like a number its digits.
        ConstructNode asText = node -> ((ScalarNode) node).getValue();
        LoadSettings settings = LoadSettings.builder()
                .setTagConstructors(Map.of(Tag.INT, asText, Tag.FLOAT, asText, Tag.BOOL, asText))
                .build();
        try {
            Object content = new Load(settings).loadFromString(Files.readString(file));
            if (content != null) {
                flatten("", content, file, values);
            }
        } catch (MarkedYamlEngineException e) {
            // Its own message quotes the lines around, which may hold a password.
            String line = e.getProblemMark()
                    .map(mark -> " in line " + (mark.getLine() + 1))
                    .orElse("");
            throw new InvalidSetting(file + " is not YAML" + line);
        } catch (YamlEngineException _) {
            throw new InvalidSetting(file + " is not YAML");
        } catch (IOException _) {
            throw new InvalidSetting(file + " cannot be read");
        }
    }

    private static void flatten(String key, @Nullable Object content, Path file, Map<String, String> values) {
        switch (content) {
            case Map<?, ?> map ->
                map.forEach((name, value) ->
                        flatten(key.isEmpty() ? String.valueOf(name) : key + "." + name, value, file, values));
            case null -> SettingKeys.require(key, key + " in " + file);
            case String text -> {
                SettingKeys.require(key, key + " in " + file);
                values.put(key, text);
            }
            default -> throw new InvalidSetting(key + " in " + file + " is a text, a number, on or off");
        }
    }

    /** The value of a key, or its default. */
    String text(String key) {
        String value = values.get(key);
        return value == null || value.isBlank() ? SettingKeys.fallback(key) : value.strip();
    }

    /** The value of a key, null when it is not set and has no default. */
    @Nullable String optional(String key) {
        String value = text(key);
        return value.isEmpty() ? null : value;
    }

    /** The keys that begin so. */
    List<String> keysBelow(String prefix) {
        return values.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted()
                .toList();
    }

    boolean isOn(String key) {
        return switch (text(key).toLowerCase(Locale.ROOT)) {
            case "on", "true", "yes" -> true;
            case "off", "false", "no" -> false;
            default -> throw new InvalidSetting(key + " is on or off");
        };
    }

    int number(String key, int least, int most) {
        try {
            int number = Integer.parseInt(text(key));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // The sentence is the same.
        }
        throw new InvalidSetting(key + " is a number from " + least + " to " + most);
    }

    int port(String key) {
        return number(key, 0, 65_535);
    }

    /** A number of times an hour. */
    int limit(String key) {
        return text(key).equalsIgnoreCase("off") ? CodeLimits.NONE : number(key, 0, 1_000_000);
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        String value = text(key);
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new InvalidSetting(key + " is one of "
                        + Stream.of(type.getEnumConstants())
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    Path path(String key) {
        try {
            return Path.of(text(key));
        } catch (InvalidPathException _) {
            throw new InvalidSetting(key + " is a path");
        }
    }

    /** A secret, given itself or by the file that the key with {@code -file} at its end names; null for neither. */
    @Nullable Secret secret(String key) {
        String value = values.get(key);
        String fileKey = key + "-file";
        boolean given = value != null && !value.isEmpty();
        if (optional(fileKey) == null) {
            return given ? new Secret(value) : null;
        }
        if (given) {
            throw new InvalidSetting(key + " and " + fileKey + " exclude each other");
        }
        try {
            return new Secret(Files.readString(path(fileKey)).stripTrailing());
        } catch (IOException _) {
            throw new InvalidSetting(fileKey + " " + text(fileKey) + " cannot be read");
        }
    }

    /** An absolute URL of HTTP; null when it is not set. */
    @Nullable URI httpUrl(String key) {
        String value = optional(key);
        if (value == null) {
            return null;
        }
        try {
            URI url = new URI(value);
            boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (http && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException _) {
            // The sentence is the same.
        }
        throw new InvalidSetting(key + " is a URL that begins with http:// or https://");
    }

    /** A time above zero: a number with ms, s or m. */
    Duration duration(String key) {
        String value = text(key).toLowerCase(Locale.ROOT);
        int digits = 0;
        while (digits < value.length() && digits < 9 && Character.isDigit(value.charAt(digits))) {
            digits++;
        }
        long number = digits == 0 ? 0 : Long.parseLong(value.substring(0, digits));
        Duration duration = switch (value.substring(digits)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ZERO;
        };
        if (!duration.isPositive()) {
            throw new InvalidSetting(key + " is a time such as 500ms, 5s or 2m");
        }
        return duration;
    }

    @Nullable Instant instant(String key) {
        String value = optional(key);
        try {
            return value == null ? null : Instant.parse(value);
        } catch (DateTimeException _) {
            throw new InvalidSetting(key + " is a time such as 2026-03-14T15:09:26Z");
        }
    }
}
